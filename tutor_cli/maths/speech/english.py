"""English, as teachers in India say formulas.

Precise patterns open and close everything that has an extent, so that a grammar can hear the tree back:

    a/b                 the fraction A over B end fraction        a/b in a line: A slash B,  a ÷ b: A divided by B
    2 1/3               the mixed number two and one over three
    x², x³, xᵃ          x squared, x cubed, x to the power A end power
    x₁, log₂ x          x sub one end sub, log base two end base of x
    √a, ³√a, ⁿ√a        the square root of A end root, the cube root of .., the root with index N of A end root
    implied brackets    the quantity A end quantity (transparent: brackets only where precedence needs them)
    written brackets    open paren A close paren, open square bracket .., open brace .. (a Group is kept)
    f(x), sin 2x        f of x, sine x; sine of the quantity two x end quantity: after "of" what has an end of its
                        own, else a quantity, and f of the quantity x end quantity where more follows;
                        several arguments: A comma B
    a·b, a×b, a*b, ab   A dot B, A times B, A star B, A B
    |a|, ‖a‖, ⌊a⌋, ⌈a⌉  the absolute value of A end absolute value, the norm of .., the floor of .., the ceiling of ..
    (a, b), [a, b)      open paren A comma B close paren, the closed open interval from A to B end interval
    {a, b}, {x | c}     the set A comma B end set, the set A such that C end set
    n choose r, nCr     the binomial N choose R end binomial, the combination .., the permutation ..
    ∑, ∏, ⋃             the sum from L to U of A end sum, over L where there is no upper limit
    ∫                   the integral from L to U of A d x end integral
    lim                 the limit as x approaches A (from the right) of B end limit
    dy/dx, d/dx A       the fraction d y over d x end fraction; .. of A where A stands behind
    [F] from a to b     the evaluation of F from A to B end evaluation, the bar evaluation ..
    matrix              the two by two matrix first row A comma B second row C comma D end matrix
    cases               the cases first case A when C second case B end cases
    lines               the lines first line A second line B end lines
    words, nothing      the words or end words, blank
    capital letters     capital A
"""

from __future__ import annotations

from tutor_cli.maths.speech.language import language

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def whole_number(value: int) -> str:
    """Return a whole number below 10^15 in words: one hundred twenty five."""
    if value < 20:
        return _SMALL[value]
    if value < 100:
        return _TENS[value // 10] + (f" {_SMALL[value % 10]}" if value % 10 else "")
    scale, name = next(entry for entry in _SCALES if value >= entry[0])
    rest = f" {whole_number(value % scale)}" if value % scale else ""
    return f"{whole_number(value // scale)} {name}{rest}"


ENGLISH = language("en", whole_number)
