"""What neither engine knows: functions in Python that it runs beside the data, under the names our SQL calls them by.

They stand within a function because cloudpickle sends those whole: the machines of a cluster have no copy of our code.
"""

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.spark.client import SparkSession


def register(session: "SparkSession") -> None:
    """Make the functions known to the session.

    Their types are objects: the name of a type would be looked up in whatever session this process opened first.
    """
    from pyspark.sql.types import LongType, StringType

    session.udf.register("strip_accents", accents_stripper(), StringType())
    session.udf.register("damerau_levenshtein", distance(), LongType())


def accents_stripper() -> "Callable[[str | None], str | None]":
    """A function that leaves the letters and takes their accents, as DuckDB does."""

    def strip_accents(text: str | None) -> str | None:
        if text is None or text.isascii():
            return text
        parts = unicodedata.normalize("NFD", text)
        return unicodedata.normalize("NFC", "".join(c for c in parts if unicodedata.category(c)[0] != "M"))

    return strip_accents


def distance() -> "Callable[[str | None, str | None], int | None]":
    """How many letters two words differ by, two that changed places counted once, as DuckDB does: it counts bytes."""

    def damerau_levenshtein(word: str | None, another: str | None) -> int | None:
        if word is None or another is None:
            return None
        one, other = word.encode(), another.encode()
        far, seen = len(one) + len(other), dict.fromkeys(one + other, 0)
        table = [[far] * (len(other) + 2), [far, *range(len(other) + 1)]]
        for i, a in enumerate(one, 1):
            row, matched = [far, i], 0
            for j, b in enumerate(other, 1):
                before, here = seen[b], matched
                if a == b:
                    matched = j
                row.append(
                    min(
                        table[i][j] + (a != b),
                        row[j] + 1,
                        table[i][j + 1] + 1,
                        table[before][here] + (i - before - 1) + 1 + (j - here - 1),
                    )
                )
            table.append(row)
            seen[a] = i
        apart: int = table[-1][-1]
        return apart

    return damerau_levenshtein
