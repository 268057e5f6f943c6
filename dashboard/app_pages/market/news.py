"""What is new: whatever happened with the market in the last two years, what matters most first."""

from dashboard.app_pages.market.choice import Subject
from dashboard.content.day import iso
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.moves import moved, step
from dashboard.content.parts import Entries, Entry, Section
from dashboard.content.signals import ARROWS
from dashboard.content.sources import Source, source_by_id
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions import market
from dashboard.questions.market import NewsRow


@remembered
def news(subject: Subject, lang: Language) -> Section:
    """The list; of a quiet market it is missing."""
    rows = market.news(market=subject.market, today=subject.today)
    if not rows:
        return Section("news", missing=lang.t("news of the last two years"))
    sources = source_by_id(rows)
    listed = Entries(
        "market-news",
        lang.t("What is new"),
        lang.t("From the last two years: focus themes, arrivals, expansions and agreements first"),
        tuple(_entry(row, sources[row.source_id], lang) for row in rows),
        wide=True,
    )
    return Section("news", parts=(listed,))


def _entry(row: NewsRow, source: Source, lang: Language) -> Entry:
    said = (_said(row, lang), moved(row.from_city, row.to_city, lang), lang.name("themes", row.theme_id))
    return Entry(
        lang.month(row.year, row.month, row.day),
        lang.text(row.title),
        " · ".join(filter(None, said)),
        lang.text(row.text),
        source,
        about=go("companies", company=row.company_id) if row.company_id else None,
        date=iso(row.year, row.month, row.day),
        tag=tag(row, lang),
    )


def _said(row: NewsRow, lang: Language) -> str:
    """The kind of fact, and how far it is."""
    if row.fact == "signals":
        return f"{ARROWS[row.kind]} {lang.label('signals', 'direction', row.kind)}"
    if row.fact == "milestones":
        return step(row.kind, row.is_announced, lang)
    kind = lang.label(row.fact, "kind", row.kind)
    return " · ".join((kind, lang.t("on now"))) if row.running else kind
