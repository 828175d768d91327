"""Formulas a student is asked for by name: areas and volumes, interest, percentages, points and lines, statistics.

Each formula is typed maths in the letters of its inputs. `WORDS` maps what people call an input to its letter.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Formula:
    """A named formula: its name in English and Hindi, the letter of the result, typed maths, letters of the inputs."""

    name: str
    hindi: str
    letter: str
    typed: str
    inputs: tuple[str, ...]


FORMULAS: dict[str, Formula] = {
    formula.name: formula
    for formula in (
        Formula("area of a circle", "वृत्त का क्षेत्रफल", "A", "pi r^2", ("r",)),
        Formula("circumference of a circle", "वृत्त की परिधि", "C", "2 pi r", ("r",)),
        Formula("area of a square", "वर्ग का क्षेत्रफल", "A", "a^2", ("a",)),
        Formula("perimeter of a square", "वर्ग का परिमाप", "P", "4 a", ("a",)),
        Formula("area of a rectangle", "आयत का क्षेत्रफल", "A", "l b", ("l", "b")),
        Formula("perimeter of a rectangle", "आयत का परिमाप", "P", "2(l+b)", ("l", "b")),
        Formula("area of a triangle", "त्रिभुज का क्षेत्रफल", "A", "1/2 b h", ("b", "h")),
        Formula("area of a parallelogram", "समांतर चतुर्भुज का क्षेत्रफल", "A", "b h", ("b", "h")),
        Formula("area of a rhombus", "समचतुर्भुज का क्षेत्रफल", "A", "1/2 p q", ("p", "q")),
        Formula("area of a trapezium", "समलंब का क्षेत्रफल", "A", "1/2(a+b) h", ("a", "b", "h")),
        Formula("volume of a cube", "घन का आयतन", "V", "a^3", ("a",)),
        Formula("surface area of a cube", "घन का पृष्ठीय क्षेत्रफल", "S", "6 a^2", ("a",)),
        Formula("volume of a cuboid", "घनाभ का आयतन", "V", "l b h", ("l", "b", "h")),
        Formula("surface area of a cuboid", "घनाभ का पृष्ठीय क्षेत्रफल", "S", "2(l b+b h+h l)", ("l", "b", "h")),
        Formula("volume of a sphere", "गोले का आयतन", "V", "4/3 pi r^3", ("r",)),
        Formula("surface area of a sphere", "गोले का पृष्ठीय क्षेत्रफल", "S", "4 pi r^2", ("r",)),
        Formula("volume of a hemisphere", "अर्धगोले का आयतन", "V", "2/3 pi r^3", ("r",)),
        Formula("volume of a cylinder", "बेलन का आयतन", "V", "pi r^2 h", ("r", "h")),
        Formula("curved surface area of a cylinder", "बेलन का वक्र पृष्ठीय क्षेत्रफल", "S", "2 pi r h", ("r", "h")),
        Formula("total surface area of a cylinder", "बेलन का कुल पृष्ठीय क्षेत्रफल", "S", "2 pi r(r+h)", ("r", "h")),
        Formula("volume of a cone", "शंकु का आयतन", "V", "1/3 pi r^2 h", ("r", "h")),
        Formula("hypotenuse of a right triangle", "समकोण त्रिभुज का कर्ण", "c", "sqrt(a^2+b^2)", ("a", "b")),
        Formula("simple interest", "साधारण ब्याज", "I", "P R T/100", ("P", "R", "T")),
        Formula("compound interest", "चक्रवृद्धि ब्याज", "I", "P(1+R/100)^T-P", ("P", "R", "T")),
        Formula("amount at compound interest", "चक्रवृद्धि मिश्रधन", "A", "P(1+R/100)^T", ("P", "R", "T")),
        Formula("slope of a line", "रेखा की प्रवणता", "m", "(d-b)/(c-a)", ("a", "b", "c", "d")),
        Formula("distance between two points", "दो बिंदुओं की दूरी", "d", "sqrt((c-a)^2+(d-b)^2)", ("a", "b", "c", "d")),
    )
}

# How many numbers the other quantities with a fixed count take: a number, or the coordinates of two points.
COUNTS: dict[str, int] = {"fraction": 1, "decimal": 1, "percent": 1, "slope": 4, "midpoint": 4, "line": 4}

# What an input is called, longest names first where one is part of another.
WORDS: dict[str, str] = {
    "radius": "r", "trijya": "r", "त्रिज्या": "r", "height": "h", "unchai": "h", "ऊंचाई": "h", "ऊँचाई": "h",
    "length": "l", "lambai": "l", "लंबाई": "l", "लम्बाई": "l", "breadth": "b", "width": "b", "chaudai": "b",
    "चौड़ाई": "b", "base": "b", "aadhar": "b", "आधार": "b", "side": "a", "bhuja": "a", "भुजा": "a", "edge": "a",
    "principal": "P", "mooldhan": "P", "मूलधन": "P", "rate": "R", "dar": "R", "दर": "R", "time": "T", "samay": "T",
    "समय": "T",
}  # fmt: skip
