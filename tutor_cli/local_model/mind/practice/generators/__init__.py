"""Problems made to order: for each topic a function that fills its gaps from a seeded source and the pupil's class.

Every problem has an answer a pupil can reach without a calculator: roots, values and slopes are chosen first. The class
decides the size of the numbers and the kind of the problem, also where it is not a class that has the topic.
"""

from __future__ import annotations

from collections.abc import Mapping

from tutor_cli.local_model.mind.practice.generators import algebra, calculus, data, geometry, money, numbers, upper
from tutor_cli.local_model.mind.practice.generators.parts import Generator

GENERATORS: Mapping[str, Generator] = {
    name: generator
    for room in (numbers, money, algebra, geometry, data, upper, calculus)
    for name, generator in room.GENERATORS.items()
}
