"""The engine that comes along: DuckDB in this process, on a published file."""

from collections.abc import Mapping
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from dashboard.warehouse.engine.watch import WATCH


class Local:
    """What a connection reads: a published file, or several joined."""

    remote = False

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def ask(self, sql: str, values: Mapping[str, Any]) -> "Found":
        """On a cursor of its own (a shared connection is not thread-safe), which ends with what it answers."""
        cursor = self._connection.cursor()
        with WATCH.over(cursor.interrupt):
            return Found(cursor.execute(sql, dict(values)))

    def columns(self, sql: str, parameters: Mapping[str, Any]) -> dict[str, str]:
        """Of the statement as it is asked with these values."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql, dict(parameters))
            return {name: str(kind) for name, kind, *_ in cursor.description or ()}

    def well(self) -> None:
        """It is."""

    def close(self) -> None:
        """Close the file, once the last cursor on it is closed."""
        self._connection.close()


class Found:
    """What a cursor has to answer."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def rows(self) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Names and rows."""
        with self._cursor as cursor, WATCH.over(cursor.interrupt):  # the rest of the work may be done only now
            return [column[0] for column in cursor.description or ()], cursor.fetchall()

    def frame(self) -> pd.DataFrame:
        """The same as pandas has it."""
        with self._cursor as cursor, WATCH.over(cursor.interrupt):
            return cursor.df()


_ARROW = duckdb.connect()  # holds nothing: it only says how DuckDB hands Arrow over


class Arrow(Found):
    """What came as Arrow from elsewhere, handed over as DuckDB hands over its own."""

    def __init__(self, table: pa.Table) -> None:
        cursor = _ARROW.cursor()
        cursor.register("answer", table)
        super().__init__(cursor.execute("from answer"))

    def kinds(self) -> dict[str, str]:
        """Column -> type."""
        return {name: str(kind) for name, kind, *_ in self._cursor.description or ()}
