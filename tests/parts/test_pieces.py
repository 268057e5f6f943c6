"""Key figures, HTML blocks and source lines."""

import pandas as pd
import pytest
from jinja2 import UndefinedError

from dashboard.language import language
from dashboard.parts.html import render
from dashboard.parts.key_figures import change_text
from dashboard.parts.sources import Sources, sources_of
from tests.conftest import Rows

DE, EN = language("de"), language("en")


def test_values_are_escaped_and_unknown_names_are_errors() -> None:
    assert "<script>" not in render("empty", text="<script>alert(1)</script>")
    with pytest.raises(UndefinedError):
        render("empty")


@pytest.mark.parametrize(
    ("change", "unit", "german", "english"),
    [
        (0.112, "count", "+11\xa0% seit 2019", "+11% since 2019"),
        (-0.5, "count", "−50\xa0% seit 2019", "−50% since 2019"),
        (0.0, "count", "unverändert seit 2019", "unchanged since 2019"),
        (0.2, "percent", "", ""),
        (None, "count", "", ""),
    ],
)
def test_change(change: float | None, unit: str, german: str, english: str) -> None:
    row = pd.Series({"change": change, "unit": unit, "previous_year": 2019})
    assert (change_text(row, DE), change_text(row, EN)) == (german, english)


def test_sources_are_gathered_without_repeats() -> None:
    one = pd.DataFrame({"source_id": ["a", "b", None]})
    many = pd.DataFrame({"source_ids": [["b", "c"], []]})
    assert sources_of(one, many).ids == ("a", "b", "c")


def test_source_line_names_two_and_counts_the_rest(facts: dict[str, Rows]) -> None:
    publishers: dict[str, str] = {}
    for row in facts["sources"]:
        publishers.setdefault(row["publisher"], row["source_id"])
    four = Sources(tuple(list(publishers.values())[:4]), "gezählt")
    line = four.line(DE)
    assert line.startswith("Quellen: ") and "und 2 weitere" in line and "gezählt" in line
    assert Sources(four.ids[:1]).line(EN).startswith("Source: ")
    assert Sources(()).line(EN).startswith("No source")
