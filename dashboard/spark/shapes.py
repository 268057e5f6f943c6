"""What DuckDB would answer: the columns and types of a statement, asked of our model over tables without rows."""

from collections.abc import Collection, Mapping
from functools import lru_cache

import duckdb
import pyarrow as pa

from dashboard.warehouse.large import quoted
from dashboard.warehouse.model import create_model


class Shapes:
    """The tables of a session, empty, and our model over them; of `names` only those models."""

    def __init__(self, tables: Mapping[str, pa.Schema], names: Collection[str] | None = None) -> None:
        self._connection = duckdb.connect()
        for name, schema in tables.items():
            self._connection.register("empty", schema.empty_table())
            self._connection.execute(f"create table {quoted(name)} as from empty")
            self._connection.unregister("empty")
        create_model(self._connection, (), names)
        self.of = lru_cache(maxsize=1024)(self._of)

    def _of(self, sql: str, parameters: frozenset[str]) -> pa.Schema:
        """The answer's columns in their order, with DuckDB's types; whole numbers of any size are of 64 bits."""
        with self._connection.cursor() as cursor:
            answer = cursor.sql(sql, params=dict.fromkeys(parameters)).to_arrow_table()
            return pa.schema([field.with_type(_plain(field.type)) for field in answer.schema])


def _plain(kind: pa.DataType) -> pa.DataType:
    """DuckDB's sums of whole numbers have 128 bits, which Arrow calls decimals without digits."""
    return pa.int64() if pa.types.is_decimal(kind) and kind.scale == 0 else kind
