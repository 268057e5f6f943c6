"""The functions in Python, which run on the engine, say what DuckDB's own say."""

import random
import sys
import unicodedata

import duckdb
import pyarrow as pa

from dashboard.spark.functions import accents_stripper, distance


def test_accents_go_as_in_duckdb_from_every_letter_that_both_know() -> None:
    letters = [
        chr(code) for code in range(0x20, sys.maxunicode + 1) if unicodedata.category(chr(code)) not in ("Cs", "Cn")
    ]
    words = ["Société Générale", "Müller & Söhne", "Łódź", "e\u0301", "한국", "が", ""]
    texts = pa.table({"text": pa.array([*letters, *words, None], pa.string())})  # noqa: F841 (DuckDB reads it by name)
    strip = accents_stripper()
    for text, plain in duckdb.connect().execute("select text, strip_accents(text) from texts").fetchall():
        assert strip(text) == plain, text


def test_distances_are_those_of_duckdb() -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices("abcä", k=chance.randint(1, 7))) for _ in range(40)]
    pairs = pa.table({"one": [a for a in words for _ in words], "other": words * len(words)})  # noqa: F841 (see above)
    found = duckdb.connect().execute("select one, other, damerau_levenshtein(one, other) from pairs").fetchall()
    measure = distance()
    assert all(measure(one, other) == apart for one, other, apart in found)
    assert measure(None, "a") is None
