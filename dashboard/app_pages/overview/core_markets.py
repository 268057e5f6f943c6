"""A card for each core market; their numbers are of one kind: the series that speaks for each (see `best_series`)."""

from dashboard.app_pages.overview.choice import Choice
from dashboard.content.cards import Card, Cards
from dashboard.content.kept import remembered
from dashboard.content.parts import Nothing, Section
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions import overview
from dashboard.questions.overview import CoreCardsRow, CoreSeriesRow
from dashboard.values import Quantity


@remembered
def core_markets(_: Choice, lang: Language) -> Section:
    """The cards, or why there are none."""
    rows, series = overview.core_cards(), overview.core_series()
    if not rows:
        nothing = lang.t("No company from the core markets is on record yet, and no number of them is published.")
        return Section("core", parts=(Nothing(nothing),))
    cards = tuple(_card(row, [point for point in series if point.market == row.market], lang) for row in rows)
    title = lang.t("Published numbers of companies")
    return Section("core", parts=(Cards("cards", title, cards, sources_of(series)),))


def _card(row: CoreCardsRow, points: list[CoreSeriesRow], lang: Language) -> Card:
    """`points`: the series that speaks for the market, oldest first; without one the card counts our own list."""
    last = points[-1] if points else None
    quantity = last.quantity if last else Quantity(row.companies)
    return Card(
        market=row.market,
        name=lang.name("markets", row.market),
        towards=go("market", market=row.market),
        value=lang.quantity(quantity),
        counted=lang.name("indicator_types", last.indicator_id) if last else lang.t("sites in our list"),
        where=f"{lang.name('regions', last.region)}, {last.year}" if last else "",
        spark=(tuple(point.year for point in points), tuple(point.value for point in points)),
        sectors=" · ".join(lang.name("sectors", code) for code in (row.sector_1, row.sector_2) if code),
        desk=_desk(row, lang),
        quantity=quantity,
    )


def _desk(row: CoreCardsRow, lang: Language) -> str:
    since = lang.t("since {year}", year=row.since_year) if row.since_year else ""
    return ", ".join(filter(None, [lang.name("desks", row.desk_id), since]))
