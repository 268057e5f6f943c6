"""How far an import is."""

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    """What is being done, in this order."""

    READING = "reading"
    MATCHING = "matching"
    WORDS = "words"
    SAME = "same"
    COMPARING = "comparing"
    CHECKING = "checking"
    WRITING = "writing"


Report = Callable[[Step, int], None]  # the step, and how many rows of it are done


def silent(step: Step, rows: int) -> None:
    """For whoever does not want to know."""
