"""The model of `queries/model/` in a database: views and macros, and which of the views are written down as tables."""

import re
from collections.abc import Collection
from graphlib import TopologicalSorter

import duckdb

from dashboard.settings import QUERIES
from dashboard.warehouse.large import quoted

WRITTEN = {  # models that grow with the companies or take long to compute: written down as tables
    "company",
    "folded",
    "growth",
    "milestone",
    "name_word",
    "outlook_component",
    "outlook_levels",
    "stay",
    "step",
}
MODEL = QUERIES / "model"
USED = re.compile(r"\b(?:from|join) (\w+)|\b(\w+)\(")


def create_model(
    connection: duckdb.DuckDBPyConnection, written: Collection[str], names: Collection[str] | None = None
) -> None:
    """Create the views (or tables, those that are written) and macros of `queries/model/`, named after their files; of
    `names` only those."""
    macros = {path.stem: path.read_text(encoding="utf-8") for path in (MODEL / "macros").glob("*.sql")}
    views = {path.stem: path.read_text(encoding="utf-8") for path in MODEL.glob("*.sql")}
    for name in model_order(macros | views):
        if names is not None and name not in names:
            continue
        kind = "table" if name in written else "view"
        connection.execute(macros.get(name) or f"create {kind} {quoted(name)} as {views[name]}")


def model_order(statements: dict[str, str]) -> list[str]:
    """The names such that each stands after those its statement reads from or calls."""
    needs = {name: used(sql) & set(statements) - {name} for name, sql in statements.items()}
    return list(TopologicalSorter(needs).static_order())


def needed(names: Collection[str]) -> set[str]:
    """These models and macros with all that they read from and call: further ones, tables (and words that are none)."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in MODEL.rglob("*.sql")}
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= used(texts.get(name, "")) - found
    return found


def used(sql: str) -> set[str]:
    """What a statement reads from, and what it calls."""
    return {word for words in USED.findall(sql) for word in words if word}
