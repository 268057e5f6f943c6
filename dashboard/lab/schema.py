"""What a query can read, as data: tables of the package, the model's views and macros, and questions as examples."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dashboard.values import Text
from dashboard.warehouse.model import MODEL
from dashboard.warehouse.named import header, named_query, query_names
from dashboard.warehouse.snapshot import Snapshot

COLUMNS = """
select table_name, column_name, data_type from duckdb_columns() where not internal order by table_name, column_index
"""
MACROS = """
select function_name, any_value(parameters) as parameters
from duckdb_functions() where not internal group by function_name order by function_name
"""
WORDS = (
    "select", "distinct", "from", "join", "left join", "on", "using", "where", "group by", "having", "order by",
    "limit", "with", "as", "union all", "case", "when", "then", "else", "end", "and", "or", "not", "in", "is null",
    "between", "like", "filter", "over", "partition by", "qualify", "count", "sum", "avg", "min", "max", "median",
    "round", "coalesce", "list", "string_agg", "arg_max", "row_number", "rank", "lag", "unnest", "describe",
    "summarize",
)  # fmt: skip
Kind = Literal["table", "view", "macro"]


@dataclass(frozen=True)
class Field:
    """A column (or a macro's parameter, which has no type): its type as the database writes it, what it is called."""

    name: str
    type: str
    title: Text
    description: Text


@dataclass(frozen=True)
class Relation:
    """What can be read or called, and what its rows are; of the model that is said in English."""

    name: str
    kind: Kind
    title: Text
    description: Text
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Example:
    """A question of the pages as it stands in its file, and the values that it leaves open."""

    name: str
    question: str
    sql: str
    parameters: tuple[str, ...]


@dataclass(frozen=True)
class Schema:
    """All of it."""

    relations: dict[str, Relation]
    examples: tuple[Example, ...]

    @cached_property
    def completions(self) -> tuple[str, ...]:
        """The words that an editor can complete: names first, then what SQL itself has."""
        columns = {field.name for one in self.relations.values() if one.kind != "macro" for field in one.fields}
        return (*self.relations, *sorted(columns - set(self.relations)), *WORDS)


def schema(served: Snapshot) -> Schema:
    """What can be read of these facts; made once."""
    return served.memory.get(("lab", "schema"), lambda: _schema(served))


def _schema(served: Snapshot) -> Schema:
    found: dict[str, list[Field]] = {}
    for table, column, kind in served.run(COLUMNS).itertuples(index=False):
        found.setdefault(table, []).append(_field(served, table, column, kind))
    told = {*served.package.tables, *(path.stem for path in MODEL.glob("*.sql"))}  # the others are for maps only
    relations = {name: _relation(served, name, tuple(found[name])) for name in sorted(told & set(found))}
    for name, parameters in served.run(MACROS).itertuples(index=False):
        fields = tuple(Field(one, "", Text(one, one), Text("", "")) for one in parameters)
        relations[name] = Relation(name, "macro", *_said(f"macros/{name}"), fields)
    return Schema(relations, tuple(_examples()))


def _relation(served: Snapshot, name: str, fields: tuple[Field, ...]) -> Relation:
    if table := served.package.tables.get(name):
        return Relation(name, "table", table.title, table.description, fields)
    return Relation(name, "view", *_said(name), fields)


def _field(served: Snapshot, table: str, column: str, kind: str) -> Field:
    """Described as in its table; columns of views are called as those of the tables."""
    own = {one.name: one for one in served.package.tables[table].columns} if table in served.package.tables else {}
    title = served.vocabulary.titles.get(column, Text(column, column))
    return Field(column, kind, *((own[column].title, own[column].description) if column in own else (title, title)))


def _said(name: str) -> tuple[Text, Text]:
    """The question that a file of the model answers, and what else its header says."""
    question, _, more = header((MODEL / f"{name}.sql").read_text(encoding="utf-8")).partition("\n")
    return Text(question, question), Text(more.replace("\n", " "), more.replace("\n", " "))


def _examples() -> list[Example]:
    names = [name for name in query_names() if not name.startswith(("model/", "checks/"))]
    asked = [named_query(name) for name in names]
    return [Example(one.name, one.question, one.sql, tuple(sorted(one.parameters))) for one in asked]
