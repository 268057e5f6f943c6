"""Who moved where: the relocations as a dated list."""

from dashboard.app_pages.region.choice import Choice
from dashboard.app_pages.region.words import jobs_text, move_text
from dashboard.content.day import iso
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.parts import Beside, Control, Entries, Entry, Note, Section
from dashboard.content.sources import Source, source_by_id
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions.region import MovesRow


@remembered
def relocations(choice: Choice, lang: Language) -> Section:
    """The towns from which and to which, and the list."""
    rows = choice.moves()
    sources = source_by_id(rows)
    listed = Entries(
        "region-moves",
        lang.t("Relocations"),
        lang.t("Newest first"),
        tuple(_entry(row, sources[row.source_id], lang) for row in rows),
        nothing=lang.t("No relocation is on record for this choice."),
        shown=8,
        wide=True,
    )
    way = Beside(((Control("origins"),), (Control("targets"),)), (1, 1))
    return Section(
        "relocations",
        lang.t("Who moved where"),
        lang.t("Relocations between towns on record, each with its source."),
        parts=(way, *([Note(jobs_text([row.jobs for row in rows], lang))] if rows else []), listed),
    )


def _entry(row: MovesRow, source: Source, lang: Language) -> Entry:
    return Entry(
        lang.month(row.year, row.month),
        row.name,
        move_text(row, lang),
        lang.text(row.description),
        source,
        lang.name("markets", row.market),
        go("market", market=row.market),
        go("companies", company=row.company_id),
        date=iso(row.year, row.month),
        tag=tag(row, lang),
    )
