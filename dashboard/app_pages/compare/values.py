"""Every published value of the chosen figure with its source, to read and to take along."""

from dashboard.app_pages.compare.choice import Choice
from dashboard.content.parts import Folded
from dashboard.content.table import DataTable, Kind, TableColumn
from dashboard.language import Language
from dashboard.questions import compare
from dashboard.questions.compare import ValuesRow


def values_table(choice: Choice, lang: Language) -> Folded:
    """The table, folded away behind how many values there are."""
    rows = compare.values(**choice.asked)
    table = DataTable(
        "compare-values",
        lang.t("Table of all values"),
        columns=(
            TableColumn(lang.t("Market")),
            TableColumn(lang.t("Year"), Kind.YEAR),
            TableColumn(lang.t("Value")),
            TableColumn(lang.t("What is counted")),
            TableColumn(lang.t("Publisher")),
            TableColumn(lang.t("Source"), Kind.LINK, link=lang.t("open")),
        ),
        lines=tuple(_line(row, lang) for row in rows),
        rows=rows,
    )
    every = lang.n("Every value with its source ({count})", "Every value with its source ({count})", len(rows))
    return Folded(every, (table,))


def _line(row: ValuesRow, lang: Language) -> tuple[str | int, ...]:
    name, note = lang.name("markets", row.market), lang.text(row.note)
    return name, row.year, value_text(row, lang), note, row.publisher, row.source_url


def value_text(row: ValuesRow, lang: Language) -> str:
    """The value with its hedge; where sources differ, with the range they span: `≈ 600 (600–650)`."""
    text = lang.quantity(row.quantity)
    return text if row.low == row.high else f"{text} ({lang.number(row.low)}–{lang.number(row.high)})"
