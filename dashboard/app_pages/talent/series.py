"""Published figures about people: which rows belong together, and what they say in a list."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dashboard.app_pages.talent.measure import Measure, shown
from dashboard.content.offers import market_page
from dashboard.content.parts import Definition, Values
from dashboard.content.sources import source
from dashboard.language import Language
from dashboard.questions.talent import SeriesRow

Rows = Sequence[SeriesRow]


def by_definition(rows: Rows) -> Iterator[Rows]:
    """The rows of each definition and region, in their order."""
    return (tuple(own) for _, own in groupby(rows, lambda row: row.position))


def by_market(rows: Rows) -> Iterator[Rows]:
    """The rows of each market of one definition and region, in their order."""
    return (tuple(own) for _, own in groupby(rows, lambda row: row.market))


def definitions(
    rows: Rows, measure: Measure, lang: Language, *, explained: bool = False, named: bool = True
) -> tuple[Definition, ...]:
    """One for each definition and region, with a line for each market. `explained` adds what is counted, `named` the
    markets' names."""
    return tuple(
        Definition(
            lang.name("indicator_types", own[0].indicator_id),
            lang.name("regions", own[0].region),
            text=lang.describe("indicator_types", own[0].indicator_id) if explained else "",
            values=tuple(_values(line, measure, lang, named=named) for line in by_market(own)),
        )
        for own in by_definition(rows)
    )


def _values(rows: Rows, measure: Measure, lang: Language, *, named: bool) -> Values:
    """`Japan: 6.161 (2015) · 7.795 (2024)` and where that is from."""
    text = " · ".join(f"{shown(row, measure, lang)} ({row.year})" for row in rows)
    sources = tuple(dict.fromkeys(map(source, rows)))
    if not named:
        return Values(text, sources=sources)
    return Values(text, lang.name("markets", rows[0].market), market_page(rows[0].market), sources)
