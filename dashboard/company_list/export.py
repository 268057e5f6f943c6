"""Companies to take along, in the reader's words."""

from collections.abc import Callable, Iterable

from dashboard.content.listing import Extract, Value
from dashboard.content.sources import source_by_id
from dashboard.language import Language
from dashboard.questions.companies import RowsRow


def extract(rows: Callable[[], Iterable[RowsRow]], total: int, file: str, lang: Language) -> Extract:
    """All rows of a list; they are asked for when someone takes them along."""
    return Extract(
        lang.n("Download {count} company as CSV", "Download {count} companies as CSV", total),
        file,
        heads(lang),
        lambda: in_words(list(rows()), lang),
    )


def heads(lang: Language) -> tuple[str, ...]:
    """What the columns are called."""
    return (
        lang.t("Company"),
        lang.t("Parent company"),
        lang.t("Source market"),
        lang.t("Town"),
        lang.t("Sector"),
        lang.t("Role"),
        lang.t("Since"),
        lang.t("Employees"),
        lang.t("As of"),
        lang.t("Status"),
        lang.t("Source"),
        lang.t("Note"),
    )


def in_words(rows: list[RowsRow], lang: Language) -> list[tuple[Value, ...]]:
    """The rows, a value for each column."""
    sources = source_by_id(rows)
    return [
        (
            row.name,
            row.parent,
            lang.name("markets", row.market),
            lang.name("places", row.city),
            lang.name("sectors", row.sector_id),
            lang.label("companies", "role", row.role),
            row.arrived,
            row.employees,
            row.employees_year,
            lang.label("companies", "status", row.status),
            sources[row.source_id].url,
            lang.text(row.note),
        )
        for row in rows
    ]
