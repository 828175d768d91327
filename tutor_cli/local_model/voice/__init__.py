"""From words to sound: voices that speak sentence by sentence."""
