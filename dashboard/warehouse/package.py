"""The data package: what tables and columns there are (Frictionless Data Package, `datapackage.json`)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dashboard.text_file import text_of
from dashboard.values import Text

SQL_TYPES = {
    "string": "varchar",
    "integer": "bigint",
    "number": "double",
    "boolean": "boolean",
    "year": "integer",
}


@dataclass(frozen=True)
class Column:
    """One column as the package describes it (`raw` is its JSON object)."""

    raw: dict[str, Any]

    @property
    def name(self) -> str:
        name: str = self.raw["name"]
        return name

    @property
    def sql_type(self) -> str:
        """The column's type in the database; ValueError if there is none for it."""
        if (kind := self.raw["type"]) not in SQL_TYPES:
            raise ValueError(f"column {self.name} has the type {kind}; types are {', '.join(SQL_TYPES)}")
        return SQL_TYPES[kind]

    @property
    def is_whole(self) -> bool:
        """Whether the column holds whole numbers."""
        return self.sql_type in ("bigint", "integer")

    @property
    def is_number(self) -> bool:
        """Whether the column holds numbers."""
        return self.is_whole or self.sql_type == "double"

    @property
    def constraints(self) -> dict[str, Any]:
        constraints: dict[str, Any] = self.raw.get("constraints", {})
        return constraints

    @property
    def default(self) -> str | None:
        """Value of an empty cell, such as `public` for `visibility`."""
        return self.raw.get("default")

    @property
    def words(self) -> dict[str, dict[str, str]]:
        """Allowed value -> language -> what it is called; empty where values are no codes."""
        found: dict[str, dict[str, str]] = self.raw.get("labels", {})
        return found

    @property
    def evidence(self) -> list[str]:
        """The columns of its table that say of which year, or by whom stated, its value is: whoever changes the one
        brings the others."""
        found: list[str] = self.raw.get("evidence", [])
        return found

    @property
    def title(self) -> Text:
        """What the column is called."""
        return told(self.raw, "title", self.name)

    @property
    def description(self) -> Text:
        """What stands in it."""
        return told(self.raw, "description")


def told(raw: Mapping[str, Any], what: str, missing: str = "") -> Text:
    """What a description says in both languages."""
    return Text(raw.get(what, missing), raw.get(f"{what}_de", missing))


@dataclass(frozen=True)
class Table:
    """One CSV file and its columns."""

    raw: dict[str, Any]

    @property
    def name(self) -> str:
        name: str = self.raw["name"]
        return name

    @property
    def path(self) -> str:
        path: str = self.raw["path"]
        return path

    @property
    def key(self) -> list[str]:
        key = self.raw["schema"].get("primaryKey", [])
        return [key] if isinstance(key, str) else key

    @property
    def title(self) -> Text:
        """What the table is called."""
        return told(self.raw, "title", self.name)

    @property
    def description(self) -> Text:
        """What a row is."""
        return told(self.raw, "description")

    @cached_property
    def columns(self) -> list[Column]:
        return [Column(field) for field in self.raw["schema"]["fields"]]

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        return next((c for c in self.columns if c.name == name), None) or _missing(self.name, name)

    @property
    def foreign_keys(self) -> list[tuple[str, str, str]]:
        """(column, other table, other column) triples; in the package an empty name means the table itself."""
        keys = self.raw["schema"].get("foreignKeys", [])
        return [(k["fields"][0], k["reference"]["resource"] or self.name, k["reference"]["fields"][0]) for k in keys]

    @property
    def has_visibility(self) -> bool:
        return any(c.name == "visibility" for c in self.columns)


def _missing(table: str, column: str) -> Column:
    raise KeyError(f"{table} has no column {column}")


@dataclass(frozen=True)
class Package:
    """The whole package; `tables` stand in the order in which they can be filled (referenced ones first)."""

    raw: dict[str, Any]

    @cached_property
    def tables(self) -> dict[str, Table]:
        waiting = {t["name"]: Table(t) for t in self.raw["resources"]}
        ordered: dict[str, Table] = {}
        while waiting:
            ready = [t for t in waiting.values() if not _references(t) & set(waiting)]
            if not ready:
                raise ValueError(f"datapackage.json: circular foreign keys among {sorted(waiting)}")
            for table in ready:
                ordered[table.name] = waiting.pop(table.name)
        return ordered


def _references(table: Table) -> set[str]:
    return {other for _, other, _ in table.foreign_keys} - {table.name}


def read_package(folder: Path) -> Package:
    """The package of a data folder.

    Raises
    ------
    ValueError
        when `datapackage.json` is missing, no JSON, or does not describe tables.
    """
    path = folder / "datapackage.json"
    if folder.is_file():
        raise ValueError(f"{folder} is a file; name the data folder it lies in")
    try:
        package = Package(json.loads(text_of(path)))
    except FileNotFoundError:
        raise ValueError(f"{path} is missing: a data folder needs its datapackage.json") from None
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path} is no readable JSON: {error}") from None
    try:
        for table in package.tables.values():
            _ = table.path, table.key, [column.sql_type for column in table.columns]
            _ = [table.column(name) for column in table.columns for name in column.evidence]
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{path} does not describe its tables: {type(error).__name__} {error}") from None
    return package
