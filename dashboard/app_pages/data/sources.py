"""Every source, and what hangs on it."""

from itertools import groupby

from dashboard.app_pages.data.choice import EVERY, ROWS, Choice
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.listing import ListCell, ListHead, Listing, ListRow, pager
from dashboard.content.offers import whose
from dashboard.content.page import Aside
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Control, Entries, Entry, Nothing, Section
from dashboard.content.sources import Source, sources_named
from dashboard.language import NOTHING, Language
from dashboard.link import go
from dashboard.questions import data
from dashboard.questions.data import HangingRow, SourcesRow
from dashboard.warehouse import warehouse


@remembered
def sources(choice: Choice, lang: Language) -> Section:
    """A search, filters, and a page of the sources that they leave."""
    controls = Beside(((Control("q"),), (Control("kind"),), (Control("sort"),)), (2, 1, 1))
    return Section(
        "sources",
        lang.t("Who says so"),
        lang.t("Every page and publication that a fact names."),
        parts=(controls, _listing(choice, lang)),
        hint=lang.t("A click opens what hangs on it."),
    )


def _listing(choice: Choice, lang: Language) -> Part:
    def ask(rows: int, skip: int = 0) -> tuple[SourcesRow, ...]:
        return data.sources(which=choice.kind, term=choice.q, sorted=choice.sort, rows=rows, skip=skip)

    rows = ask(ROWS, ROWS * (choice.page - 1))
    if not rows:
        return Nothing(lang.t("No source fits this choice."))
    heads = (
        ListHead("name", lang.t("Source")),
        ListHead("published", lang.t("Published")),
        ListHead("facts", lang.t("Facts")),
        ListHead("third", lang.t("Tables")),
        ListHead("source", lang.t("Address")),
    )
    shown = pager(choice.page, rows[0].total, ROWS, "data", lang)
    return Listing("sources", heads, tuple(_row(row, lang) for row in rows), shown, lambda: ask(EVERY))


def _row(row: SourcesRow, lang: Language) -> ListRow:
    address = Source(row.title, row.publisher or lang.t("open"), row.url or "", row.published or "", row.tertiary)
    cells = (
        ListCell(row.title, note=_marks(row, lang), below=row.publisher or ""),
        ListCell(address.when(lang) or NOTHING),
        ListCell(lang.number(row.facts)),
        ListCell(", ".join(lang.text(warehouse().package.tables[name].title) for name in row.facts_of) or NOTHING),
        ListCell(source=address) if row.url else ListCell(lang.t("none")),
    )
    return ListRow(cells, go("data", source=row.source_id), tag(row, lang))


def _marks(row: SourcesRow, lang: Language) -> str:
    """What one should know before relying on it."""
    gone = lang.t("no longer found since {date}", date=lang.month(*map(int, row.gone.split("-")))) if row.gone else ""
    return " · ".join(filter(None, [lang.t("not at first hand") if row.tertiary else "", gone]))


def source(source_id: str, lang: Language) -> Aside | Nothing:
    """The facts that name a source, table by table."""
    known = sources_named([source_id])
    if source_id not in known:
        return Nothing(lang.t("There is no such source."))
    found = groupby(data.hanging(source=source_id), key=lambda row: row.fact)
    lists = tuple(_list(name, tuple(rows), lang) for name, rows in found)
    nothing = Nothing(lang.t("No fact names it."))
    about = known[source_id]
    head = Entry(about.when(lang), about.title, source=about, date=about.published)
    return Aside(lang.t("Source"), (Entries("source", "", "", (head,)), *(lists or (nothing,))))


def _list(name: str, rows: tuple[HangingRow, ...], lang: Language) -> Entries:
    entries = tuple(
        Entry(
            str(row.year or ""),
            lang.text(row.title),
            whose(row.market, lang) if row.market else "",
            date=str(row.year or ""),
            tag=tag(row, lang),
        )
        for row in rows
    )
    title = lang.text(warehouse().package.tables[name].title)
    count = lang.n("{count} fact", "{count} facts", len(rows))
    return Entries(f"of-{name}", title, count, entries, shown=len(rows))
