"""What may be asked: one SELECT of our tables, views and macros, with functions that only compute.

What a statement names is taken from the database's own parser, so that no comment, quote or spelling hides anything.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from typing import Any

import duckdb

from dashboard.lab.answer import Kind, Problem, Refused
from dashboard.lab.place import place

LONGEST = 100_000  # bytes of a query
FILE_LIKE = set("./\\:*?[")  # a name with one of these may be a file
FUNCTIONS = frozenset(files("dashboard.lab").joinpath("functions.txt").read_text(encoding="utf-8").split())
TABLE_FUNCTIONS = frozenset(
    {"generate_series", "json_each", "json_tree", "range", "regexp_split_to_table", "repeat", "repeat_row", "unnest"}
)
OWN = "select distinct function_name, function_type from duckdb_functions() where not internal"
RELATIONS = "select table_name, internal from duckdb_tables() union all select view_name, internal from duckdb_views()"
ONLY_READ = {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"}  # parts of a statement
PARSED = "select json_serialize_sql($sql::varchar)"
Node = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """What the opened file holds, and the names of the database's own views, which nobody else may bear."""

    catalog: str
    relations: frozenset[str]
    macros: frozenset[str]
    table_macros: frozenset[str]
    reserved: frozenset[str]


def known(connection: duckdb.DuckDBPyConnection) -> Known:
    """What may be read from this connection."""
    (catalog,) = connection.execute("select current_database()").fetchall()[0]
    relations, own = connection.execute(RELATIONS).fetchall(), connection.execute(OWN).fetchall()
    return Known(
        catalog,
        frozenset(name for name, is_internal in relations if not is_internal),
        frozenset(name for name, kind in own if kind == "macro"),
        frozenset(name for name, kind in own if kind == "table_macro"),
        frozenset(name for name, is_internal in relations if is_internal),
    )


def one_select(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    """The statement as it was written, up to a semicolon. Raises Refused, and what the parser raises."""
    if len(letters := sql.encode()) > LONGEST:
        raise Refused(Problem("long", str(LONGEST)))
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise Refused(Problem("several", str(len(statements))) if statements else Problem("empty"))
    if (kind := _kind(statements[0])) != "SELECT":
        raise Refused(Problem("statement", kind))
    if open_values := statements[0].named_parameters:
        raise Refused(Problem("parameters", ", ".join(sorted(open_values))))
    ends = (at for at, _ in duckdb.tokenize(sql) if letters[at : at + 1] == b";")
    return letters[: next(ends, None)].decode()


def _kind(statement: duckdb.Statement) -> str:
    """Such as INSERT; where the database has no word for it, its first one."""
    try:
        name = statement.type.name
    except ValueError:  # one that the database knows and its Python does not
        name = ""
    return statement.query.split(maxsplit=1)[0].upper() if name in ("", "MULTI") else name.replace("_", " ")


class Guard:
    """Looks at a statement as it will be run; `before` bytes of it are not the reader's own."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, sql: str, before: int, names: Known) -> None:
        self._sql, self._before, self._names = sql, before, names
        tree = json.loads(connection.execute(PARSED, {"sql": sql}).fetchall()[0][0])
        if tree["error"]:
            raise Refused(Problem("syntax", told=tree["error_message"]))
        self._nodes = list(_nodes(tree))
        self._expressions = {name.casefold() for name in _named_here(self._nodes)} - names.reserved

    def used(self) -> tuple[str, ...]:
        """Which tables, views and macros of ours it reads. Raises Refused where it names anything else."""
        found = {name for node in self._nodes for name in self._read(node)}
        return tuple(sorted(found & (self._names.relations | self._names.macros | self._names.table_macros)))

    def _read(self, node: Node) -> Iterator[str]:
        """What one part of the statement reads or calls."""
        names, kind = self._names, str(node.get("type"))
        if kind.endswith("_NODE") and kind not in ONLY_READ:
            raise Refused(Problem("statement", kind.partition("_")[0]))
        if kind == "BASE_TABLE":
            yield self._relation(node)
        if kind == "TABLE_FUNCTION":
            yield self._function(node["function"], node, TABLE_FUNCTIONS | names.table_macros)
        if "function_name" in node:
            yield self._function(node, node, FUNCTIONS | names.macros | names.table_macros)
        if kind == "SHOW_REF" and not node.get("query"):
            raise Refused(Problem("statement", "SHOW"))

    def _relation(self, node: Node) -> str:
        """A table, a view, or a common table expression."""
        parts = [str(node[part]).strip('"').casefold() for part in ("catalog_name", "schema_name", "table_name")]
        catalog, schema, name = parts
        is_ours = catalog in ("", self._names.catalog) and schema in ("", "main", self._names.catalog)
        if (is_ours and name in self._names.relations) or (not schema and name in self._expressions):
            return name
        raise self._unknown("table", ".".join(filter(None, parts)), self._names.relations, node)

    def _function(self, called: Node, node: Node, allowed: Collection[str]) -> str:
        """A function or macro; operators are called by signs."""
        name = str(called.get("function_name", "")).casefold()
        if name in allowed or (name and not any(letter.isalpha() for letter in name)):
            return name
        raise self._unknown("function", name, allowed, node)

    def _unknown(self, kind: Kind, name: str, allowed: Collection[str], node: Node) -> Refused:
        line, column = place(self._sql, self._before, node["query_location"])
        near = tuple(get_close_matches(name, sorted(allowed), 3))
        return Refused(Problem(kind, name, line=line, column=column, candidates=near))


def _nodes(tree: object) -> Iterator[Node]:
    """Every object of the parsed statement; not by recursion, for it may be deep."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            yield part
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


def _named_here(nodes: list[Node]) -> Iterator[str]:
    """The names of common table expressions."""
    for node in nodes:
        for entry in (node.get("cte_map") or {}).get("map", ()):
            if not FILE_LIKE & set(entry["key"]):
                yield entry["key"]
