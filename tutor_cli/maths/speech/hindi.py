"""Hindi, as teachers in Hindi-medium schools say formulas; letters stay Latin, as they stand on the blackboard.

Precise patterns open and close everything that has an extent (see english.py for the rules they share):

    a/b                 भिन्न A बटा B भिन्न समाप्त                 a/b in a line: A स्लैश B,  a ÷ b: A भाग B
    2 1/3               मिश्र संख्या दो सही एक बटा तीन
    x², x³, xᵃ          x का वर्ग, x का घन, x की घात A घात समाप्त
    x₁, log₂ x          x पादांक एक पादांक समाप्त, लॉग आधार दो आधार समाप्त ऑफ x
    √a, ³√a, ⁿ√a        वर्गमूल A मूल समाप्त, घनमूल A मूल समाप्त, मूल सूचकांक N ऑफ A मूल समाप्त
    implied brackets    राशि A राशि समाप्त
    written brackets    कोष्ठक खुला A कोष्ठक बंद, चौकोर कोष्ठक .., मझला कोष्ठक ..
    f(x), sin 2x        f ऑफ x, साइन x; साइन ऑफ राशि दो x राशि समाप्त; several arguments: A कॉमा B
    a·b, a×b, a*b, ab   A डॉट B, A गुणा B, A स्टार B, A B
    a + b, a − b, −a    A धन B, A ऋण B, ऋण A
    |a|, ‖a‖, ⌊a⌋, ⌈a⌉  निरपेक्ष मान A निरपेक्ष मान समाप्त, नॉर्म .., फ्लोर .., सीलिंग ..
    (a, b), [a, b)      कोष्ठक खुला A कॉमा B कोष्ठक बंद, बंद खुला अंतराल A से B तक अंतराल समाप्त
    {a, b}, {x | c}     समुच्चय A कॉमा B समुच्चय समाप्त, समुच्चय A जहाँ C समुच्चय समाप्त
    a < b, a ∈ b        A छोटा है B से, A सदस्य है B का: the sign's words stand round its right side; brief speech
                        has the verb last behind a letter: x तीन से छोटा है
    n choose r, nCr     द्विपद N चयन R द्विपद समाप्त, संचय .., क्रमचय ..
    ∑, ∏, ⋃             योग L से U तक A योग समाप्त, योग L पर A योग समाप्त
    ∫                   समाकल L से U तक A d x समाकल समाप्त
    lim                 सीमा जब x अग्रसर A की ओर (दाएँ से) B सीमा समाप्त
    dy/dx, d/dx A       भिन्न d y बटा d x भिन्न समाप्त; .. ऑफ A where A stands behind
    [F] from a to b     मूल्यांकन F का A से B तक मूल्यांकन समाप्त
    matrix              आव्यूह दो गुणा दो पहली पंक्ति A कॉमा B दूसरी पंक्ति C कॉमा D आव्यूह समाप्त
    cases, lines        स्थितियाँ पहली स्थिति A जब C .. स्थितियाँ समाप्त, रेखाएँ पहली रेखा A .. रेखाएँ समाप्त
    words, nothing      शब्द या शब्द समाप्त, रिक्त
    capital letters     कैपिटल A
"""

from __future__ import annotations

from tutor_cli.maths.speech.language import language

_NAMES = (
    "शून्य एक दो तीन चार पाँच छह सात आठ नौ "
    "दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस "
    "बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस "
    "तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस "
    "चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास "
    "पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ "
    "साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर "
    "सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी "
    "अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी "
    "नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे"
)
_BELOW_HUNDRED = tuple(_NAMES.split())
_SCALES = ((10**11, "खरब"), (10**9, "अरब"), (10**7, "करोड़"), (10**5, "लाख"), (1000, "हज़ार"), (100, "सौ"))


def whole_number(value: int) -> str:
    """Return a whole number below 10^15 in words, by hundreds, thousands, lakhs and crores."""
    if value < 100:
        return _BELOW_HUNDRED[value]
    scale, name = next(entry for entry in _SCALES if value >= entry[0])
    rest = f" {whole_number(value % scale)}" if value % scale else ""
    return f"{whole_number(value // scale)} {name}{rest}"


HINDI = language("hi", whole_number)
