"""How much of the published numbers of companies is in our list."""

from dashboard.app_pages.data.choice import Choice
from dashboard.content.kept import remembered
from dashboard.content.offers import market_page
from dashboard.content.parts import Cell, HeadCell, Matrix, Nothing, Section
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import data
from dashboard.questions.data import CoverageRow
from dashboard.warehouse import warehouse


@remembered
def coverage(_: Choice, lang: Language) -> Section:
    """A line for each market and area of which a number is published."""
    rows = data.coverage()
    heads = (lang.t("In our list"), lang.t("Published"), lang.t("Share"))
    table = Matrix(
        "coverage",
        lang.t("Source market"),
        tuple(map(HeadCell, heads)),
        tuple((_head(row, lang), _cells(row, lang)) for row in rows),
        toned=False,
        sources=sources_of(rows),
        title=lang.t("What our list covers"),
    )
    return Section(
        "coverage",
        lang.t("What our list covers"),
        lang.t("Documented sites against the published total of the same area; the list is no register."),
        parts=(table if rows else Nothing(lang.t("There is no published total of an area whose towns are known.")),),
    )


def _head(row: CoverageRow, lang: Language) -> HeadCell:
    """The market, the area, and what is counted there."""
    also = lang.join([lang.name("markets", code) for code in row.counted_with])
    told = [lang.name("regions", row.region), lang.name("indicator_types", row.indicator_id)]
    told += [lang.t("with {markets}, as in the total", markets=also)] if also else []
    market = row.market if row.market in warehouse().markets and market_page(row.market) else None
    return HeadCell(lang.name("markets", row.market), " · ".join(told), market_page(row.market), market)


def _cells(row: CoverageRow, lang: Language) -> tuple[Cell, ...]:
    share = lang.percent(row.share, 0 if row.share >= 0.1 else 1)
    return (
        Cell(lang.number(row.listed), value=row.listed),
        Cell(lang.quantity(row.quantity), str(row.year), value=row.value, hedge=row.qualifier),
        Cell(share, value=row.share),
    )
