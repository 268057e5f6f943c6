"""What happened: milestones on a timeline, and the same as a list with sources."""

from dashboard.app_pages.market.charts.timeline import timeline
from dashboard.app_pages.market.choice import Subject, name
from dashboard.content.day import iso
from dashboard.content.figure import Caption, Figure
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.moves import moved, step
from dashboard.content.parts import Entries, Entry, Section
from dashboard.content.sources import Source, source_by_id, sources_of
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions import market
from dashboard.questions.market import MilestonesRow

LEAST = 3  # fewer milestones than this are listed, not drawn
Rows = tuple[MilestonesRow, ...]


@remembered
def milestones(subject: Subject, lang: Language) -> Section:
    """Timeline and list."""
    rows = market.milestones(market=subject.market)
    if not rows:
        return Section("milestones", missing=lang.t("milestones of companies"))
    return Section(
        "milestones",
        lang.t("What happened"),
        lang.t("Who came, grew, moved and opened laboratories; who cut jobs or closed."),
        parts=(*([drawn(rows, subject, lang)] if len(rows) >= LEAST else []), listed(rows, lang)),
    )


def drawn(rows: Rows, subject: Subject, lang: Language) -> Figure:
    """The milestones on a timeline."""
    newest = rows[0]
    caption = Caption(
        lang.t("{country}: milestones of its companies", country=name(subject, lang)),
        lang.n(
            "{count} milestone on record, {first}–{last}",
            "{count} milestones on record, {first}–{last}",
            len(rows),
            first=rows[-1].year,
            last=newest.year,
        ),
        lang.t(
            "Marks by year in six lanes; the newest is {name} in {year}. The list below says the same in words.",
            name=newest.name,
            year=newest.year,
        ),
    )
    return Figure(
        "market-milestones", timeline(rows, lanes(lang), subject.market, lang), caption, rows, sources_of(rows)
    )


def listed(rows: Rows, lang: Language) -> Entries:
    """The milestones as a list."""
    sources = source_by_id(rows)
    return Entries(
        "market-milestones-list",
        lang.t("The newest milestones"),
        lang.t("Newest first, each with its source"),
        tuple(_entry(row, sources, lang) for row in rows),
        shown=8,
        wide=True,
    )


def lanes(lang: Language) -> list[str]:
    """The timeline's six lanes in the reader's words."""
    return [
        lang.t("Arrival"),
        lang.t("Expansion, upgrade"),
        lang.t("Relocation"),
        lang.t("Research & development"),
        lang.t("Partnership, takeover"),
        lang.t("Downsizing, closure"),
    ]


def _entry(row: MilestonesRow, sources: dict[str, Source], lang: Language) -> Entry:
    origin = moved(row.from_city, row.to_city, lang)
    return Entry(
        lang.month(row.year, row.month),
        row.name,
        " ".join(filter(None, [step(row.kind, row.is_announced, lang), origin])),
        lang.text(row.description),
        sources.get(row.source_id),
        about=go("companies", company=row.company_id),
        date=iso(row.year, row.month),
        tag=tag(row, lang),
    )
