"""The markets as a whole: a dozen figures, each with its newest value and its course."""

from collections.abc import Iterable
from itertools import groupby

from dashboard.app_pages.compare.choice import LEAST, Choice
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Cell, HeadCell, Matrix, Nothing, Section
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions import compare
from dashboard.questions.compare import ScorecardRow
from dashboard.values import Quantity, Unit
from dashboard.warehouse import warehouse


@remembered
def scorecard(choice: Choice, lang: Language) -> Section:
    """A dozen figures by market."""
    if len(choice.markets) < LEAST:
        return Section("scorecard")
    return Section(
        "scorecard",
        lang.t("Scorecard"),
        lang.t(
            "The newest published value of the best covered figures, with its year; the line shows the series. "
            "What is counted differently stands in another line, so a market's value may be an older one."
        ),
        parts=(_table(choice, lang),),
    )


def _table(choice: Choice, lang: Language) -> Part:
    """A column for each market, a line for each figure."""
    rows = compare.scorecard(markets=choice.markets)
    if not rows:
        return Nothing(lang.t("No figure has been published for two of these markets."))
    return Matrix(
        "compare-scorecard",
        lang.t("Figure"),
        tuple(_head(market, lang) for market in choice.markets),
        tuple(_line(own, choice, lang) for _, own in groupby(rows, key=lambda row: row.position)),
        toned=False,
        sources=sources_of(rows),
        title=lang.t("Scorecard"),
    )


def _head(market: str, lang: Language) -> HeadCell:
    name = lang.name("markets", market)
    return HeadCell(name, towards=go("market", market=market), market=warehouse().markets[market])


def _line(own: Iterable[ScorecardRow], choice: Choice, lang: Language) -> tuple[HeadCell, tuple[Cell | None, ...]]:
    """One figure: its name and a cell for every market, none where nothing was published."""
    of_market: dict[str, ScorecardRow] = {row.market: row for row in own}
    first = next(iter(of_market.values()))
    unit = "" if first.unit is Unit.COUNT else lang.label("indicator_types", "unit", first.unit)
    note = " · ".join(filter(None, [lang.name("regions", first.region), unit]))
    cells = [_cell(of_market[market], lang) if market in of_market else None for market in choice.markets]
    return HeadCell(lang.name("indicator_types", first.indicator_id), note), tuple(cells)


def _cell(row: ScorecardRow, lang: Language) -> Cell:
    """Value, year and course; the unit stands at the head of the line."""
    text = lang.quantity(Quantity(row.value, Unit.COUNT, row.qualifier))
    return Cell(text, str(row.year), spark=(row.years, row.series), value=row.value, hedge=row.qualifier)
