"""People, trade and investment over time: each definition and region its own panel."""

from collections.abc import Iterator

from dashboard.app_pages.market.charts.panels import SHOWN, panels
from dashboard.app_pages.market.choice import Subject, name
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Definition, Definitions, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import source_by_id, sources_of
from dashboard.language import Language
from dashboard.questions import market
from dashboard.questions.market import SeriesRow

PEOPLE = ("people", "talent")
TRADE = ("trade", "investment", "jobs")
Rows = tuple[SeriesRow, ...]


@remembered
def people(subject: Subject, lang: Language) -> Section:
    """Residents, students, skilled workers."""
    title = lang.t("{country}: residents, students, skilled workers", country=name(subject, lang))
    parts = tuple(_parts("market-people", subject, PEOPLE, title, lang))
    if not parts:
        return Section("people", missing=lang.t("residents, students and skilled workers"))
    text = lang.t("How many live, study and work here, by whose count.")
    return Section("people", lang.t("The people"), text, parts)


@remembered
def trade(subject: Subject, lang: Language) -> Section:
    """Trade, investment projects and the jobs they bring."""
    title = lang.t("{country}: trade, investment projects and jobs", country=name(subject, lang))
    parts = tuple(_parts("market-trade", subject, TRADE, title, lang))
    if not parts:
        return Section("trade", missing=lang.t("trade and investment"))
    text = lang.t("What is exchanged, and what is invested.")
    return Section("trade", lang.t("Trade and investment"), text, parts)


def _parts(key: str, subject: Subject, groups: tuple[str, ...], title: str, lang: Language) -> Iterator[Part]:
    """Panels for the longest series, a list for the others."""
    rows = market.series(market=subject.market, groups=groups)
    drawable = [row for row in rows if row.drawable]
    first = list(dict.fromkeys(row.position for row in drawable))[:SHOWN]
    lines = [row for row in drawable if row.position in first]
    if lines:
        yield drawn(key, subject, tuple(sorted(lines, key=lambda row: groups.index(row.group_id))), title, lang)
    if others := tuple(row for row in rows if row.position not in first and row.is_latest):
        yield listed(others, lang.t("Also published") if lines else lang.t("Published"), lang)


def drawn(key: str, subject: Subject, rows: Rows, title: str, lang: Language) -> Figure:
    """The panels."""
    newest = [row for row in rows if row.is_latest]
    first = newest[0]
    caption = Caption(
        title,
        lang.t(
            "Each panel is one definition and region, from zero; {first}–{last}",
            first=min(row.year for row in rows),
            last=max(row.year for row in rows),
        ),
        lang.n(
            "{count} panel; {name}, {region}: {value} in {year}.",
            "{count} panels; {name}, {region}: {value} in {year}.",
            len(newest),
            name=lang.name("indicator_types", first.indicator_id),
            region=lang.name("regions", first.region),
            value=lang.quantity(first.quantity),
            year=first.year,
        ),
    )
    sources = sources_of(rows, counted=lang.t("≈ about, > more than, < fewer than"))
    meant = tuple(lang.describe("indicator_types", row.indicator_id) for row in newest)
    plotted = Plotted(Form.LINES, x=("year",), y=("value",), panels=("indicator_id", "region"))
    return Figure(key, panels(rows, subject.market, lang), caption, rows, sources, meant, plotted=plotted)


def listed(rows: Rows, title: str, lang: Language) -> Definitions:
    """The newest value of each series that is not drawn."""
    sources = source_by_id(rows)
    return Definitions(
        title,
        lang.t("Newest value of each; single figures and shorter series"),
        tuple(
            Definition(
                lang.name("indicator_types", row.indicator_id),
                lang.name("regions", row.region),
                f"{lang.quantity(row.quantity)} ({row.year})",
                source=sources.get(row.source_id),
            )
            for row in rows
        ),
    )
