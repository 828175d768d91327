"""Problems told in Hindi or Hinglish, put into English words and into the order of English."""
