"""Every table: what a row is, how many there are, how old; and what its columns mean."""

from dashboard.app_pages.data.choice import Choice
from dashboard.content.kept import remembered
from dashboard.content.listing import ListCell, ListHead, Listing, ListRow
from dashboard.content.page import Aside
from dashboard.content.parts import Definition, Definitions, Folded, Note, Nothing, Section
from dashboard.language import NOTHING, Language
from dashboard.link import go
from dashboard.questions import data
from dashboard.questions.data import TablesRow
from dashboard.values import Text
from dashboard.warehouse import warehouse
from dashboard.warehouse.package import Column, Table


@remembered
def tables(_: Choice, lang: Language) -> Section:
    """A row for each table, which opens the meaning of its columns; code lists, which name no source, folded away."""
    facts = _listing("tables", [row for row in data.tables() if row.sources], lang)
    lists = _listing("lists", [row for row in data.tables() if not row.sources], lang)
    return Section(
        "tables",
        lang.t("The tables"),
        lang.t("All that pages show is made of these; internal rows are not among those counted here.")
        if warehouse().public
        else lang.t("All that pages show is made of these; internal rows are counted, too."),
        parts=(facts, Folded(lang.t("Code lists and judgements ({count})", count=len(lists.rows)), (lists,))),
        hint=lang.t("A click opens what the columns mean."),
    )


def _listing(key: str, found: list[TablesRow], lang: Language) -> Listing:
    heads = (
        ListHead("name", lang.t("Table")),
        ListHead("found", lang.t("Rows")),
        ListHead("years", lang.t("Facts of the years")),
        ListHead("second", lang.t("Sources")),
        ListHead("third", lang.t("Newest source")),
    )
    rows = tuple(_row(row, warehouse().package.tables[row.name], lang) for row in found)
    return Listing(key, heads, rows, None, lambda: found)


def _row(row: TablesRow, table: Table, lang: Language) -> ListRow:
    years = [str(year) for year in dict.fromkeys((row.oldest, row.newest)) if year]
    published = lang.month(*map(int, row.published.split("-"))) if row.published else NOTHING
    cells = (
        ListCell(lang.text(table.title), note=table.path, below=lang.text(table.description)),
        ListCell(lang.number(row.found)),
        ListCell("–".join(years) or NOTHING),
        ListCell(lang.number(row.sources) if row.sources else NOTHING),
        ListCell(published),
    )
    return ListRow(cells, go("data", table=row.name))


def table(name: str, lang: Language) -> Aside | Nothing:
    """The columns of a table, as its package describes them."""
    found = warehouse().package.tables.get(name)
    if not found:
        return Nothing(lang.t("There is no table of this name."))
    items = tuple(_column(column, found, lang) for column in found.columns)
    about = Note(lang.text(found.description), label=found.path)
    return Aside(lang.text(found.title), (about, Definitions(lang.t("Columns"), "", items)))


def _column(column: Column, table: Table, lang: Language) -> Definition:
    rules = [lang.t("must be filled")] if column.constraints.get("required") else []
    rules += [lang.t("key")] if column.name in table.key else []
    rules += [
        lang.t("a key of {table}", table=lang.text(warehouse().package.tables[other].title))
        for own, other, _ in table.foreign_keys
        if own == column.name
    ]
    allowed = [f"{code} ({lang.text(Text(words['en'], words['de']))})" for code, words in column.words.items()]
    meaning = [column.description] if column.description != column.title else []
    text = " ".join(
        f"{sentence}." for sentence in (*map(lang.text, meaning), *([lang.join(allowed)] if allowed else []))
    )
    return Definition(lang.text(column.title), " · ".join([column.name, _kind(column, lang), *rules]), text=text)


def _kind(column: Column, lang: Language) -> str:
    kinds = {
        "string": lang.t("text"),
        "integer": lang.t("whole number"),
        "number": lang.t("number"),
        "boolean": lang.t("yes or no"),
        "year": lang.t("year"),
    }
    return kinds[column.raw["type"]]
