"""The words of the published data: what codes are called, what columns and allowed values mean."""

from collections.abc import Iterable

from dashboard.language import Vocabulary
from dashboard.values import Text
from dashboard.warehouse.city import City
from dashboard.warehouse.engine.engine import Engine
from dashboard.warehouse.large import quoted
from dashboard.warehouse.package import Column, Package, Table

Texts = dict[str, Text]


def vocabulary(engine: Engine, package: Package, city: City, version: str) -> Vocabulary:
    """All the words of one published version."""
    texts: dict[tuple[str, str], Texts] = {}
    for table in package.tables.values():
        if _is_code_list(table):
            texts |= {(table.name, name): _texts(engine, table, name) for name in _bilingual(table)}
    tables = package.tables.values()
    labels = {
        (table.name, column.name): _labels(column) for table in tables for column in table.columns if column.words
    }
    titles = {column.name: column.title for table in tables for column in table.columns}
    lists = _lists(tables, {code_list for code_list, _ in texts})
    organisation = Text(city.organisation.en, city.organisation.de)
    translations = _translations(engine, package)
    return Vocabulary(version, texts, labels, titles, lists, city.place, city.country, organisation, translations)


def _lists(tables: Iterable[Table], known: set[str]) -> dict[str, list[str]]:
    """Column -> the code lists that it points into; a column with the name of one holds several codes of it."""
    found = {code_list: [code_list] for code_list in sorted(known)}
    for column, other in sorted({(column, other) for table in tables for column, other, _ in table.foreign_keys}):
        if other in known:
            found.setdefault(column, []).append(other)
    return found


def _translations(engine: Engine, package: Package) -> dict[str, dict[str, str]]:
    """Language -> English text -> translation, for the languages that the table of translations has."""
    key, *languages = (column.name for column in package.tables["translations"].columns)
    _, rows = engine.ask(f"select {', '.join(map(quoted, [key, *languages]))} from translations", {}).rows()  # noqa: S608
    return {
        language: {text: words[position] for text, *words in rows if words[position]}
        for position, language in enumerate(languages)
    }


def _is_code_list(table: Table) -> bool:
    """Whether the table's rows are codes with names."""
    return len(table.key) == 1 and "name" in _bilingual(table)


def _bilingual(table: Table) -> list[str]:
    """The texts that the table has in both languages, without the language's suffix."""
    names = {column.name for column in table.columns}
    return [name[:-3] for name in sorted(names) if name.endswith("_en") and f"{name[:-3]}_de" in names]


def _texts(engine: Engine, table: Table, name: str) -> Texts:
    """Code -> text, in the order of the CSV."""
    columns = ", ".join(map(quoted, (table.key[0], f"{name}_en", f"{name}_de")))
    asked = f"select {columns} from {quoted(table.name)} order by {quoted(table.name)}.rowid"  # noqa: S608 (names from the package)
    return {code: Text(en or "", de or "") for code, en, de in engine.ask(asked, {}).rows()[1]}


def _labels(column: Column) -> Texts:
    return {code: Text(words["en"], words["de"]) for code, words in column.words.items()}
