"""An engine that speaks Spark Connect, with the shipped facts: Sail, or the cluster at SPARK_REMOTE."""

import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.spark.client import DataFrame, SparkSession
from dashboard.spark.session import Keep, numbered, prepare
from dashboard.warehouse import warehouse
from dashboard.warehouse.engine.session import drop
from dashboard.warehouse.locked import opened
from dashboard.warehouse.model import WRITTEN
from tools.sail import sail


def tables() -> dict[str, pa.Table]:
    """The tables of the shipped facts, as DuckDB holds them."""
    with opened(warehouse().file(warehouse().version)) as house:
        names = [name for (name,) in house.execute("select table_name from duckdb_tables()").fetchall()]
        return {name: house.sql(f'from "{name}"').to_arrow_table() for name in names if name not in WRITTEN}


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the engine listens."""
    if remote := os.environ.get("SPARK_REMOTE"):
        yield remote
        return
    with sail() as engine:
        yield engine.url


@pytest.fixture(scope="session")
def spark(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """A session that holds the shipped facts; the cluster reads them as Parquet, and keeps its models so."""
    session = SparkSession.builder.remote(address).create()
    if os.environ.get("SPARK_REMOTE"):
        lake = tmp_path_factory.mktemp("lake")
        prepare(session, {name: written(lake, name, table) for name, table in tables().items()}, keep=in_lake(lake))
    else:
        prepare(session, tables())
    yield session
    drop(session)  # to stop it would take minutes where the tests have ended the engine meanwhile


def written(lake: Path, name: str, table: pa.Table) -> str:
    """The address of a table written there."""
    pq.write_table(numbered(table), lake / f"{name}.parquet")
    return str(lake / f"{name}.parquet")


def in_lake(lake: Path) -> Keep:
    """How a computed model is kept there."""

    def keep(name: str, frame: DataFrame) -> DataFrame:
        frame.coalesce(1).write.parquet(str(lake / f"{name}.model"))
        return frame.sparkSession.read.parquet(str(lake / f"{name}.model"))

    return keep
