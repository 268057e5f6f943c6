"""What they do: the sector mix against all markets, and how the mix of arrivals changed."""

from dashboard.app_pages.market.charts.specialisation import SECTORS, specialisation_bars
from dashboard.app_pages.market.choice import Subject, name
from dashboard.content.arrivals import REST, arrivals_figure
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Nothing, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import market
from dashboard.questions.market import SectorMixRow

LEAST = 5  # fewer companies than this are named, not drawn


@remembered
def sectors(subject: Subject, lang: Language) -> Section:
    """Both figures side by side."""
    rows = market.sector_mix(market=subject.market)
    if not rows:
        return Section("sectors", missing=lang.t("sectors"))
    return Section(
        "sectors",
        lang.t("What they do"),
        lang.t("Where this market is stronger than others, and what came when."),
        parts=(Beside(((mix(rows, subject, lang),), (arrivals(subject, lang),)), (1, 1)),),
    )


def mix(rows: tuple[SectorMixRow, ...], subject: Subject, lang: Language) -> Part:
    """Share of each sector, compared with all markets."""
    first, total = rows[0], rows[0].companies_total
    if total < LEAST:
        return Nothing(_few(rows, total, lang))
    caption = Caption(
        lang.t("{country}: sectors against all markets", country=name(subject, lang)),
        lang.t(
            "Share of {count} sites in our list",
            count=lang.number(total),
        ),
        lang.t(
            "Bars by sector; {sector} leads with {count} sites, {times} times its share in all markets.",
            sector=lang.name("sectors", first.sector_id),
            count=lang.number(first.companies),
            times=lang.number(first.specialisation, 1),
        ),
        marks=lang.t("line: share in all markets; × specialisation"),
    )
    counted = lang.t(
        "× 2 = twice the share this sector has in all markets; with announced sites, without those gone or "
        "silent for ten years"
    )
    chart = specialisation_bars(rows, subject.market, lang)
    plotted = Plotted(Form.BARS, x=("sector_id",), y=("share", "share_all"), most=SECTORS)
    return Figure("market-sectors", chart, caption, rows, sources_of(rows, counted=counted), plotted=plotted)


def _few(rows: tuple[SectorMixRow, ...], total: int, lang: Language) -> str:
    return lang.n(
        "Our list holds {count} site from this market, too few for shares. Its sector: {named}.",
        "Our list holds {count} sites from this market, too few for shares. Their sectors: {named}.",
        total,
        named=lang.join([lang.name("sectors", row.sector_id) for row in rows]),
    )


def arrivals(subject: Subject, lang: Language) -> Part:
    """The mix of arrivals, period by period."""
    rows = market.arrivals(market=subject.market)
    title = lang.t("{country}: what came when", country=name(subject, lang))
    subtitle = lang.t("Share of each period’s arrivals by sector, earliest sectors first; number of arrivals")
    names = {**lang.names("sectors"), REST: lang.t("All other sectors")}
    return arrivals_figure("market-arrivals", title, subtitle, rows, names, subject.market, lang)
