"""The characters maths is drawn with, once for Unicode terminals and once for plain ASCII ones.

Every Unicode character here takes exactly one cell. Letters stay upright and plain, so that they can be copied,
searched and read aloud by a screen reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Style = Literal["unicode", "ascii"]


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket on one row, and the pieces it grows from; `waist` is the middle of a brace."""

    single: str
    top: str
    middle: str
    bottom: str
    waist: str = ""


def _bar(single: str, piece: str) -> Bracket:
    return Bracket(single, piece, piece, piece)


@dataclass(frozen=True, slots=True)
class Operator:
    """A big operator on one row, and drawn large with the index of its baseline row."""

    single: str
    rows: tuple[str, ...]
    baseline: int


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One style's characters; keys are the names the tree uses."""

    symbols: Mapping[str, str]
    signs: Mapping[str, str]
    brackets: Mapping[str, Bracket]
    operators: Mapping[str, Operator]
    accents: Mapping[str, str]
    superscripts: Mapping[str, str]
    subscripts: Mapping[str, str]
    roots: Mapping[str, str]
    primes: Mapping[int, str]
    bar: str
    overline: str
    underline: str
    radical: tuple[str, str, str, str]
    """The tick, the stem, the corner above the stem and the roof."""
    integral: Bracket
    contour: Bracket
    combining: bool
    """Whether marks may be put over letters with combining characters."""

    def sign(self, name: str) -> str:
        """Return the character of a sign; one without an entry is its own name."""
        return self.signs.get(name, name)


_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω",
}  # fmt: skip

_SYMBOLS = _GREEK | {
    "infty": "∞", "ldots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱", "emptyset": "∅", "hbar": "ℏ", "ell": "ℓ",
    "partial": "∂", "nabla": "∇", "prime": "′", "top": "⊤", "dagger": "†", "square": "□", "RR": "ℝ", "NN": "ℕ",
    "ZZ": "ℤ", "QQ": "ℚ", "CC": "ℂ", "PP": "ℙ", "HH": "ℍ",
}  # fmt: skip

_SIGNS = {
    "+": "+", "-": "−", "pm": "±", "mp": "∓", "dot": "·", "cross": "×", "star": "*", "divide": "÷",
    "=": "=", "<": "<", ">": ">", "le": "≤", "ge": "≥", "ne": "≠", "ll": "≪", "gg": "≫", "approx": "≈", "equiv": "≡",
    "sim": "∼", "cong": "≅", "propto": "∝", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆",
    "supset": "⊃", "supseteq": "⊇", "perp": "⊥", "parallel": "∥", "to": "→", "mapsto": "↦", "gets": "←", "mid": "|",
    "nmid": "∤", "implies": "⇒", "iff": "⇔",
    "cup": "∪", "cap": "∩", "setminus": "∖", "land": "∧", "lor": "∨", "circ": "∘", "oplus": "⊕", "bmod": "mod",
    "colon": ":",
    "angle": "∠", "triangle": "△", "neg": "¬", "forall": "∀", "exists": "∃", "nexists": "∄", "therefore": "∴",
    "because": "∵",
    "prime": "′", "!": "!", "%": "%", "°": "°", "′": "′",
}  # fmt: skip

_PARENTHESES = {"(": Bracket("(", "⎛", "⎜", "⎝"), ")": Bracket(")", "⎞", "⎟", "⎠")}
_SQUARE = {"[": Bracket("[", "⎡", "⎢", "⎣"), "]": Bracket("]", "⎤", "⎥", "⎦")}
_BRACES = {"{": Bracket("{", "⎧", "⎪", "⎩", "⎨"), "}": Bracket("}", "⎫", "⎪", "⎭", "⎬")}
_ROUNDING = {
    "floor": Bracket("⌊", "⎢", "⎢", "⎣"),
    "end floor": Bracket("⌋", "⎥", "⎥", "⎦"),
    "ceil": Bracket("⌈", "⎡", "⎢", "⎢"),
    "end ceil": Bracket("⌉", "⎤", "⎥", "⎥"),
}
_ANGLES = {"<": _bar("⟨", ""), ">": _bar("⟩", "")}
_BARS = {"|": _bar("|", "│"), "‖": _bar("‖", "‖")}

_SUPERSCRIPTS = dict(
    zip("0123456789+−=()abcdefghijklmnoprstuvwxyzTβγδθ", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵝᵞᵟᶿ", strict=True)
) | {"′": "′"}
_SUBSCRIPTS = dict(zip("0123456789+−=()aehijklmnoprstuvxβγρ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨ", strict=True))

UNICODE = Glyphs(
    symbols=_SYMBOLS,
    signs=_SIGNS,
    brackets=_PARENTHESES | _SQUARE | _BRACES | _ROUNDING | _ANGLES | _BARS,
    operators={
        "sum": Operator("∑", ("___", "╲  ", "╱  ", "‾‾‾"), 1),
        "prod": Operator("∏", ("┬─┬", "│ │", "┴ ┴"), 1),
        "coprod": Operator("∐", ("┬ ┬", "│ │", "┴─┴"), 1),
        "bigcup": Operator("⋃", ("⋃",), 0),
        "bigcap": Operator("⋂", ("⋂",), 0),
        "bigoplus": Operator("⨁", ("⨁",), 0),
        "bigotimes": Operator("⨂", ("⨂",), 0),
        "bigvee": Operator("⋁", ("⋁",), 0),
        "bigwedge": Operator("⋀", ("⋀",), 0),
    },
    accents={
        "vec": "\u20d7", "hat": "\u0302", "bar": "\u0304", "overline": "\u0305", "underline": "\u0332",
        "dot": "\u0307", "ddot": "\u0308", "tilde": "\u0303", "check": "\u030c", "breve": "\u0306",
    },
    superscripts=_SUPERSCRIPTS,
    subscripts=_SUBSCRIPTS,
    roots={"2": "√", "3": "∛", "4": "∜"},
    primes={2: "″", 3: "‴"},
    bar="─",
    overline="_",
    underline="‾",
    radical=("╲", "│", "┌", "─"),
    integral=Bracket("∫", "⌠", "⎮", "⌡"),
    contour=Bracket("∮", "⌠", "⎮", "⌡", "∮"),
    combining=True,
)  # fmt: skip

_ASCII_SYMBOLS = {
    "infty": "oo", "ldots": "...", "cdots": "...", "vdots": ":", "ddots": "...", "emptyset": "{}", "partial": "d",
    "prime": "'", "top": "T", "RR": "R", "NN": "N", "ZZ": "Z", "QQ": "Q", "CC": "C", "PP": "P", "HH": "H",
}  # fmt: skip

_ASCII_SIGNS = {
    "-": "-", "pm": "+/-", "mp": "-/+", "dot": "*", "cross": "*", "divide": "/",
    "le": "<=", "ge": ">=", "ne": "!=", "ll": "<<", "gg": ">>", "approx": "~=", "equiv": "==", "sim": "~",
    "cong": "=~", "propto": "~", "notin": "not in", "ni": "contains", "subset": "subset of",
    "subseteq": "subset or equal", "supset": "superset of", "supseteq": "superset or equal", "perp": "_|_",
    "parallel": "||", "to": "->", "mapsto": "|->", "gets": "<-", "mid": "|", "nmid": "does not divide",
    "implies": "=>", "iff": "<=>",
    "cup": "union", "cap": "intersect", "setminus": "\\", "land": "and", "lor": "or", "circ": "o", "oplus": "(+)",
    "bmod": "mod", "colon": ":",
    "neg": "not", "forall": "for all", "nexists": "not exists",
    "prime": "'", "°": " deg", "′": "'",
}  # fmt: skip

ASCII = Glyphs(
    symbols=_ASCII_SYMBOLS,
    signs=_ASCII_SIGNS,
    brackets={
        "(": Bracket("(", "/", "|", "\\"),
        ")": Bracket(")", "\\", "|", "/"),
        "[": _bar("[", "["),
        "]": _bar("]", "]"),
        "{": Bracket("{", "/", "|", "\\", "<"),
        "}": Bracket("}", "\\", "|", "/", ">"),
        "floor": _bar("floor(", ""),
        "end floor": _bar(")", ""),
        "ceil": _bar("ceil(", ""),
        "end ceil": _bar(")", ""),
        "<": _bar("<", "<"),
        ">": _bar(">", ">"),
        "|": _bar("|", "|"),
        "‖": _bar("||", "||"),
    },
    operators={
        "sum": Operator("sum", ("___", "\\  ", "/__"), 1),
        "prod": Operator("product", ("___", "| |", "| |"), 1),
        "bigcup": Operator("union", ("union",), 0),
        "bigcap": Operator("intersection", ("intersection",), 0),
        "bigvee": Operator("or", ("or",), 0),
        "bigwedge": Operator("and", ("and",), 0),
    },
    accents={},
    superscripts={},
    subscripts={},
    roots={},
    primes={},
    bar="-",
    overline="_",
    underline="-",
    radical=("\\", "|", " ", "_"),
    integral=Bracket("int", "/", "|", "/"),
    contour=Bracket("contour int", "/", "|", "/", "O"),
    combining=False,
)  # fmt: skip


def glyphs_of(style: Style) -> Glyphs:
    """Return the characters of a style."""
    return ASCII if style == "ascii" else UNICODE
