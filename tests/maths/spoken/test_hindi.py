"""What is heard in Hindi: postfix order, both scripts, English words among them."""

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import read_formula

DEVANAGARI = {
    "वाई का वर्ग घटा तीन वाई बराबर दस": "y^2 - 3y = 10",
    "पी प्लस क्यू का होल क्यूब": "(p + q)^3",
    "पच्चीस का वर्गमूल बराबर पाँच": r"\sqrt{25} = 5",
    "एम धन एन का वर्ग का वर्गमूल मूल समाप्त": r"\sqrt{m + n^2}",
    "चौंसठ का घनमूल": r"\sqrt[3]{64}",
    "सात बटा नौ जमा दो बटा तीन": r"\frac{7}{9} + \frac{2}{3}",
    "दो लाख पाँच हज़ार तीन सौ बारह": "205312",
    "तीन दशमलव एक चार": "3.14",
    "साढ़े तीन": r"3\frac{1}{2}",
    "ढाई गुणा चार": r"2\frac{1}{2} \times 4",
    "वाई की घात सात": "y^7",
    "वाई पाँच से छोटा है": "y < 5",
    "दो एक्स धन एक नौ से बड़ा या बराबर है": r"2x + 1 \ge 9",
    "एक से दो तक समाकल टी का वर्ग डी टी": r"\int_1^2 t^2 \,dt",
    "शून्य से एक तक वाई का वर्ग का समाकलन": r"\int_0^1 y^2 \,dy",
    "एन में से दो का संचय": r"\binom{n}{2}",
    "टी का फलन जी": "g(t)",
    "वाई बराबर तीन है": "y = 3",
    "थीटा का निरपेक्ष मान": r"|\theta|",
}
HINGLISH = {
    "y square plus saat y minus aath barabar zero": "y^2 + 7y - 8 = 0",
    "paanch bata nau": r"\frac{5}{9}",
    "panch bata nau": r"\frac{5}{9}",
    "p plus q ka whole square": "(p + q)^2",
    "sau ka vargmool": r"\sqrt{100}",
    "ek se teen tak integral t square d t": r"\int_1^3 t^2 \,dt",
    "y chaar se bada hai": "y > 4",
    "root teen upon do": r"\frac{\sqrt{3}}{2}",
    "m ki power n": "m^n",
    "sin square theta plus cos square theta barabar ek": r"\sin^2\theta + \cos^2\theta = 1",
}


@pytest.mark.parametrize(("words", "latex"), DEVANAGARI.items())
def test_devanagari(words: str, latex: str) -> None:
    """Hindi wordings become the formula the speaker meant."""
    assert latex == to_latex(read_formula(words, "hi"))


@pytest.mark.parametrize(("words", "latex"), HINGLISH.items())
def test_hinglish(words: str, latex: str) -> None:
    """Romanised Hindi mixed with English becomes the formula the speaker meant."""
    assert latex == to_latex(read_formula(words, "hi-Latn"))
