"""Where sources say different things about the same figure: the range, and who says what."""

from dashboard.app_pages.data.choice import Choice
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.listing import ListCell, ListHead, Listing, ListRow
from dashboard.content.page import Aside
from dashboard.content.part import Part
from dashboard.content.parts import Entries, Entry, Note, Nothing, Section
from dashboard.content.sources import Source, source_by_id, sources_named
from dashboard.language import NOTHING, Language
from dashboard.link import go
from dashboard.questions import data
from dashboard.questions.data import ConflictsRow
from dashboard.values import Quantity


@remembered
def conflicts(_: Choice, lang: Language) -> Section:
    """A row for each published value of which sources differ, which opens what each says."""
    heads = (
        ListHead("name", lang.t("Figure")),
        ListHead("market", lang.t("Source market")),
        ListHead("value", lang.t("We show")),
        ListHead("range", lang.t("Sources say")),
        ListHead("third", lang.t("Apart by")),
        ListHead("source", lang.t("Source")),
    )
    rows = data.conflicts()
    known = source_by_id(rows)
    listing = Listing(
        "conflicts",
        heads,
        tuple(
            ListRow(_cells(row, known[row.source_id], lang), go("data", point=_key(row)), tag(row, lang))
            for row in rows
        ),
        None,
        data.conflicts,
    )
    return Section(
        "conflicts",
        lang.t("Where sources differ"),
        lang.t("One value is preferred by judgement of the curator, the others stay; the largest differences first."),
        parts=(_shown(listing, lang),),
        hint=lang.t("A click opens what each source says."),
    )


def _shown(listing: Listing, lang: Language) -> Part:
    return listing if listing.rows else Nothing(lang.t("No two sources contradict each other."))


def _key(row: ConflictsRow) -> str:
    return f"{row.indicator_id}.{row.market}.{row.region}.{row.year}"


def _cells(row: ConflictsRow, source: Source, lang: Language) -> tuple[ListCell, ...]:
    low, high = (lang.quantity(Quantity(value, row.unit)) for value in (row.low, row.high))
    return (
        ListCell(
            lang.name("indicator_types", row.indicator_id), note=str(row.year), below=lang.name("regions", row.region)
        ),
        ListCell(lang.name("markets", row.market), market=row.market),
        ListCell(lang.quantity(row.quantity)),
        ListCell(f"{low}–{high}"),
        ListCell(lang.percent(row.spread) if row.spread is not None else NOTHING),
        ListCell(source=source),
    )


def conflict(point: str, lang: Language) -> Aside | Nothing:
    """What each source says of one value."""
    row = next((row for row in data.conflicts() if _key(row) == point), None)
    if not row:
        return Nothing(lang.t("The sources of this value do not differ."))
    known = sources_named(row.said_by)
    entries = tuple(
        Entry(
            known[source].when(lang),
            lang.quantity(Quantity(value, row.unit, hedge)),
            lang.t("preferred") if source == row.source_id else "",
            source=known[source],
            date=known[source].published,
        )
        for value, hedge, source in zip(row.values, row.qualifiers, row.said_by, strict=True)
    )
    name = lang.name("indicator_types", row.indicator_id)
    where = " · ".join([lang.name("markets", row.market), lang.name("regions", row.region), str(row.year)])
    meaning = Note(lang.describe("indicator_types", row.indicator_id))
    return Aside(name, (Entries("said", where, lang.t("Least first"), entries, shown=len(entries)), meaning))
