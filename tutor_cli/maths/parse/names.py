r"""What the names and signs of LaTeX, Unicode and typed maths stand for, as tables of token kinds and texts.

The kinds are those of `tokens.Token`; the texts are the names the tree uses (`le`, `cup`, `alpha`).
"""

from __future__ import annotations

Meaning = tuple[str, str]


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(" ".join(lines).split())


GREEK = _words(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi",
    "psi omega",
    "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega",
)
FUNCTIONS = frozenset(
    _words(
        "sin cos tan cot sec csc sinh cosh tanh coth sech csch arcsin arccos arctan arccot arcsec arccsc ",
        "arsinh arcosh artanh log ln lg exp det gcd lcm hcf max min sup inf dim ker deg arg tr rank Re Im sgn adj ",
        "inv eig Pr Var Cov erf mean median mode",
    )
)
FUNCTION_ALIASES = {
    "cosec": "csc",
    "tg": "tan",
    "ctg": "cot",
    "asin": "arcsin",
    "acos": "arccos",
    "atan": "arctan",
    "acot": "arccot",
    "asec": "arcsec",
    "acsc": "arccsc",
    "arctg": "arctan",
    "asinh": "arsinh",
    "acosh": "arcosh",
    "atanh": "artanh",
    "sign": "sgn",
    "HCF": "hcf",
    "LCM": "lcm",
    "GCD": "gcd",
    "trace": "tr",
}
BIG_OPERATORS = frozenset(
    _words("sum prod coprod bigcup bigcap bigoplus bigotimes bigvee bigwedge lim limsup liminf int iint iiint oint")
)
# Functions that, with something below them, range over it: max over x in A.
RANGING_FUNCTIONS = frozenset({"max", "min", "sup", "inf"})
ACCENTS = frozenset(
    _words(
        "hat widehat bar vec overrightarrow tilde widetilde dot ddot overline underline overbrace",
        "underbrace check breve",
    )
)
ACCENT_ALIASES = {"widehat": "hat", "widetilde": "tilde", "overrightarrow": "vec"}
STRUCTURES = frozenset(_words("frac dfrac tfrac cfrac sqrt binom dbinom tbinom substack boxed cancel"))
FONTS = frozenset(
    _words("mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm mathcal mathscr mathfrak pmb rm bf it cal")
)
TEXTS = frozenset(_words("text textrm textbf textit textnormal textsf mbox hbox"))
SPACES = frozenset(
    _words(
        "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits thinspace enspace notag nonumber ",
        "allowbreak mathop mathrel mathbin mathord hline",
    )
)
SIZES = frozenset(_words("left right middle big Big bigg Bigg bigl bigr bigm Bigl Bigr Bigm biggl biggr Biggl Biggr"))

RELATIONS = {
    "<": ("lt", "less"),
    ">": ("gt",),
    "le": ("leq", "leqslant"),
    "ge": ("geq", "geqslant"),
    "ne": ("neq",),
    "approx": ("simeq",),
    "equiv": (),
    "sim": (),
    "cong": (),
    "propto": (),
    "in": (),
    "notin": (),
    "ni": ("owns",),
    "subset": ("subsetneq",),
    "subseteq": (),
    "supset": (),
    "supseteq": (),
    "perp": ("bot",),
    "parallel": (),
    "to": ("rightarrow", "longrightarrow"),
    "mapsto": (),
    "gets": ("leftarrow",),
    "mid": (),
    "nmid": (),
    "ll": (),
    "gg": (),
    "implies": ("Rightarrow", "Longrightarrow"),
    "iff": ("Leftrightarrow", "Longleftrightarrow"),
}
INFIXES = {
    "cup": (),
    "cap": (),
    "setminus": ("backslash", "smallsetminus"),
    "land": ("wedge",),
    "lor": ("vee",),
    "circ": (),
    "oplus": (),
    "bmod": ("mod",),
    "colon": (),
}
PREFIXES = {
    "angle": (),
    "triangle": (),
    "neg": ("lnot",),
    "forall": (),
    "exists": (),
    "nexists": (),
    "therefore": (),
    "because": (),
}
SYMBOLS = {
    "epsilon": ("varepsilon",),
    "theta": ("vartheta",),
    "phi": ("varphi",),
    "rho": ("varrho",),
    "sigma": ("varsigma",),
    "pi": ("varpi",),
    "infty": (),
    "emptyset": ("varnothing",),
    "ldots": ("dots", "dotsc", "dotsb", "hdots"),
    "cdots": ("dotsm",),
    "vdots": (),
    "ddots": (),
    "partial": (),
    "nabla": (),
    "hbar": (),
    "ell": (),
    "prime": (),
    "top": (),
    "dagger": (),
    "square": ("Box",),
    "RR": ("R",),
    "NN": ("N",),
    "ZZ": ("Z",),
    "QQ": ("Q",),
    "CC": ("C",),
}
SIGNS: dict[str, Meaning] = {
    "pm": ("op", "pm"),
    "mp": ("op", "mp"),
    "times": ("op", "cross"),
    "cdot": ("op", "dot"),
    "ast": ("op", "star"),
    "div": ("op", "divide"),
    "pmod": ("pmod", "pmod"),
    "over": ("over", "over"),
    "choose": ("over", "choose"),
    "lbrace": ("open", "{"),
    "rbrace": ("close", "}"),
    "{": ("open", "{"),
    "}": ("close", "}"),
    "lbrack": ("open", "["),
    "rbrack": ("close", "]"),
    "langle": ("open", "<"),
    "rangle": ("close", ">"),
    "lfloor": ("open", "floor"),
    "rfloor": ("close", "floor"),
    "lceil": ("open", "ceil"),
    "rceil": ("close", "ceil"),
    "lvert": ("open", "|"),
    "rvert": ("close", "|"),
    "lVert": ("open", "norm"),
    "rVert": ("close", "norm"),
    "vert": ("bar", "|"),
    "Vert": ("bar", "norm"),
    "|": ("bar", "norm"),
    "degree": ("postfix", "°"),
    "%": ("postfix", "%"),
    "quad": ("gap", ""),
    "qquad": ("gap", ""),
    "\\": ("newline", ""),
    "$": ("space", ""),
    "#": ("space", ""),
}


def _command_table() -> dict[str, Meaning]:
    table: dict[str, Meaning] = {}
    for kind, rows in (("rel", RELATIONS), ("infix", INFIXES), ("prefix", PREFIXES), ("letter", SYMBOLS)):
        for name, aliases in rows.items():
            table.update(dict.fromkeys((name, *aliases), (kind, name)))
    table.update({name: ("letter", name) for name in GREEK})
    table.update({name: ("function", name) for name in FUNCTIONS})
    table.update({alias: ("function", name) for alias, name in FUNCTION_ALIASES.items()})
    table.update({name: ("big", name) for name in BIG_OPERATORS})
    table.update({name: ("accent", ACCENT_ALIASES.get(name, name)) for name in ACCENTS})
    table.update({name: ("structure", name) for name in STRUCTURES})
    table.update(dict.fromkeys(SPACES, ("space", "")))
    table.update(SIGNS)
    return table


# LaTeX command name (without the backslash) -> token.
COMMANDS = _command_table()

# Words of typed maths that are not letters multiplied; functions and Greek letters are names too.
TYPED_WORDS: dict[str, Meaning] = {
    "oo": ("letter", "infty"),
    "inf": ("letter", "infty"),
    "infinity": ("letter", "infty"),
    "infty": ("letter", "infty"),
    "RR": ("letter", "RR"),
    "NN": ("letter", "NN"),
    "ZZ": ("letter", "ZZ"),
    "QQ": ("letter", "QQ"),
    "CC": ("letter", "CC"),
    "sqrt": ("call", "sqrt"),
    "cbrt": ("call", "cbrt"),
    "root": ("call", "root"),
    "abs": ("call", "abs"),
    "floor": ("call", "floor"),
    "ceil": ("call", "ceil"),
    "factorial": ("call", "factorial"),
    "binomial": ("call", "binomial"),
    "choose": ("over", "choose"),
    "diff": ("call", "diff"),
    "integrate": ("call", "integrate"),
    "limit": ("call", "limit"),
    "lim": ("big", "lim"),
    "int": ("big", "int"),
    "sum": ("big", "sum"),
    "prod": ("big", "prod"),
    "mod": ("infix", "bmod"),
    "union": ("infix", "cup"),
    "in": ("rel", "in"),
    "degrees": ("postfix", "°"),
    "degree": ("postfix", "°"),
    "deg": ("postfix", "°"),
    "percent": ("postfix", "%"),
    "or": ("text", " or "),
    "and": ("text", " and "),
    "if": ("text", " if "),
    "for": ("text", " for "),
    "of": ("text", " of "),
    "where": ("text", " where "),
    "when": ("text", " when "),
}
TYPED_WORDS |= {name: ("letter", name) for name in GREEK}
TYPED_WORDS |= {"varepsilon": ("letter", "epsilon"), "emptyset": ("letter", "emptyset")}
TYPED_WORDS |= {name: ("function", name) for name in FUNCTIONS - {"inf", "deg"}}
TYPED_WORDS |= {alias: ("function", name) for alias, name in FUNCTION_ALIASES.items()}

# Names recognised at the start or inside a longer run of letters: sinx, 2pir.
EMBEDDED_NAMES = sorted(
    _words("sinh cosh tanh sin cos tan cot sec cosec csc arcsin arccos arctan log ln exp sqrt pi theta alpha beta"),
    key=len,
    reverse=True,
)
# Bare letters of LaTeX that spell these are a forgotten backslash, not a product.
FORGOTTEN_BACKSLASH = frozenset(
    _words(
        "sin cos tan cot sec cosec csc sinh cosh tanh arcsin arccos arctan log ln exp lim max min",
        "alpha beta gamma delta theta lambda sigma omega",
    )
)

# Words in a formula that name a unit or a part of what stands before them; other words separate statements.
SEPARATING_WORDS = frozenset(
    _words("if or and for when is as so at to in on by the let then with from but i.e. e.g. all any has are")
)
