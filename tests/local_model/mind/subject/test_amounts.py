"""Questions about the quantities of a story just worked out."""

from __future__ import annotations

from tests.local_model.mind.solver_tools import lesson


def test_ages_are_compared_in_hindi() -> None:
    """Who is older and by how much, and the age of the older one, are told of the story in hand."""
    talk = lesson(language="hi")
    talk.reply("पिता की आयु पुत्र की आयु की तीन गुनी है। दोनों की आयु का योग 48 वर्ष है। पुत्र की आयु ज्ञात कीजिए", "hi")
    told = talk.reply("कौन बड़ा है और कितना?", "hi")
    assert "यानी $24$ वर्ष ज़्यादा" in told
    assert "पिता की आयु $36$ वर्ष" in talk.reply("बड़े की आयु?", "hi")
