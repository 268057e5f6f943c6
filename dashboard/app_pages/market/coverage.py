"""How much of the published numbers our list holds, and how fast companies grow."""

from dashboard.app_pages.market.choice import Subject
from dashboard.charts.base import FEW
from dashboard.content.measures import Measure, Measures
from dashboard.content.sources import Source, source_by_id
from dashboard.language import Language
from dashboard.questions import market
from dashboard.questions.market import CoverageRow, SpeedRow
from dashboard.values import Quantity


def coverage(subject: Subject, lang: Language) -> Measures:
    """Our list against the published totals, like with like."""
    rows = market.coverage(market=subject.market)
    sources = source_by_id(rows)
    return Measures(
        lang.t("What our list covers"),
        lang.t("Documented sites against the published total of the same area"),
        tuple(_covered(row, sources, lang) for row in rows),
        lang.t("There is no published total of the same area to compare our list with."),
        subject.market,
    )


def _covered(row: CoverageRow, sources: dict[str, Source], lang: Language) -> Measure:
    also = lang.join([lang.name("markets", code) for code in row.counted_with])
    counted = lang.t(
        "{region}, {year}: {definition}",
        region=lang.name("regions", row.region),
        year=row.year,
        definition=lang.name("indicator_types", row.indicator_id),
    )
    together = lang.t("with {markets}, as in the total", markets=also) if also else ""
    return Measure(
        lang.number(row.listed),
        lang.t("of {value}", value=lang.quantity(row.quantity)),
        row.share,
        " · ".join(filter(None, [counted, together])),
        sources.get(row.source_id),
        Quantity(row.listed),
    )


def speed(subject: Subject, lang: Language) -> Measures:
    """The median years to the first expansion, with its n."""
    own, everywhere = market.speed(market=subject.market)
    return Measures(
        lang.t("How fast they grow"),
        lang.t("Median time from arrival to the first expansion on record"),
        (_median(own, everywhere, lang),) if own.companies else (),
        lang.t("No company of this market has both an arrival and a later expansion on record."),
        subject.market,
    )


def _median(own: SpeedRow, everywhere: SpeedRow, lang: Language) -> Measure:
    against = lang.t(
        "all markets: {years} years (n = {count})",
        years=lang.number(everywhere.median_years, 1),
        count=lang.number(everywhere.companies),
    )
    counted = lang.n("n = {count} site", "n = {count} sites", own.companies)
    few = lang.t("few cases, read with care") if own.companies < FEW else ""
    text = " · ".join(filter(None, [counted, few, against]))
    return Measure(lang.number(own.median_years, 1), lang.t("years"), text=text)
