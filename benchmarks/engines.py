"""The heaviest questions on several engines, with many companies: `python -m benchmarks.engines [--rows 10000000]`.

Companies are generated with the skew of the shipped list (markets, sectors and places as often as there, arrivals more
often of late), published once to a lake, and asked for by DuckDB, by Sail, by the Spark at SPARK_REMOTE if there is
one (`python -m tools.cluster` starts a cluster), and as far as pandas and Polars can say them by hand (`frames.py`).
Seconds are the best of three; memory is the most that the processes of an engine have held, each in processes of its
own. Read ratios: it says how busy the machine was.
"""

import tempfile
import time
from collections.abc import Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import duckdb
import psutil
import typer

from benchmarks.clock import MEMORY, apart, best, most
from benchmarks.frames import of_pandas, of_polars
from dashboard.settings import settings
from dashboard.warehouse.current import public_warehouse
from dashboard.warehouse.engine.address import address
from dashboard.warehouse.engine.engine import Engine
from dashboard.warehouse.engine.local import Local
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.lake.lake import Lake, Version
from dashboard.warehouse.lake.manifest import Copy
from dashboard.warehouse.lake.publishing import put
from dashboard.warehouse.locked import opened
from dashboard.warehouse.model import WRITTEN, create_model, needed, used
from dashboard.warehouse.named import named_query
from dashboard.warehouse.shelf import Shelf
from tools.sail import sail

if TYPE_CHECKING:
    from dashboard.spark.client import SparkSession

Seconds = dict[str, float]  # question -> seconds, and `MEMORY`
PATIENCE = 600.0  # seconds for one question
HEAVY: Mapping[str, Mapping[str, Any]] = {
    "market/sector_mix": {"market": "JP"},
    "market/arrivals": {"market": "JP"},
    "overview/core_cards": {},
    "sectors/matrix": {"theme": None},
    "sectors/shift": {"market": "JP", "theme": None},
    "region/towns": {"markets": [], "roles": [], "sectors": [], "year": 2026},
}
# A row of the shipped list for each number, those of late more often: the square of an even chance.
GROWN = """
insert into companies by name
select many.* replace ('generated-' || n as company_id, 'Generated ' || n as name)
from (select range as n, 1 + floor(power(hash(range) / 18446744073709551615.0, 2) * {base})::bigint as place
      from range({count})) as drawn
inner join (select *, row_number() over (order by established desc nulls last, company_id) as place
            from companies) as ranked using (place), lateral (select ranked.* exclude (place)) as many
"""


class Few(Spark):
    """An engine that holds only what these questions read."""

    def _prepare(self, session: "SparkSession") -> None:
        from dashboard.spark.session import hold, shapes, through_client
        from dashboard.spark.shapes import Shapes

        names = read_by_them()
        shapes[session] = Shapes(hold(session, self._tables, through_client, names), names)


def read_by_them() -> set[str]:
    """The models and tables of these questions."""
    return needed(used(" ".join(named_query(name).sql for name in HEAVY)))


def grown(rows: int, path: Path, memory: str, written: set[str]) -> None:
    """Write a warehouse file with so many companies, its models anew (of WRITTEN these as tables), within so much
    memory; the rest goes to disk."""
    ours = public_warehouse()
    with duckdb.connect(path, config={"memory_limit": memory}) as connection:
        connection.execute(f"attach '{ours.file(ours.version)}' as built (read_only)")
        tables = [name for (name,) in connection.execute(
            "select table_name from duckdb_tables() where database_name = 'built'").fetchall()]  # fmt: skip
        for name in tables:
            if name not in WRITTEN:  # without keys, as Parquet has none either
                connection.execute(f'create table "{name}" as from built."{name}"')
        [base] = connection.execute("select count(*) from companies").fetchone() or (0,)
        connection.execute(GROWN.format(count=max(0, rows - base), base=base))
        create_model(connection, written)


def published(path: Path, lake: Lake) -> Version:
    """The file as the public copy of a version; what staff see stays as small as it is shipped."""
    whole = Shelf(settings().data, settings().store, public=True).file(public_warehouse().version)
    files: dict[Copy, Path] = {"public": path, "whole": whole}
    return put(lake, files, ("generated", "2026.11"))


def of_duckdb(path: Path) -> Seconds:
    """In the process that asks."""
    return asked(Local(opened(path)))


def of_spark(url: str, tables: Mapping[str, str], pids: list[int], kind: type[Spark]) -> Seconds:
    """On an engine that stands elsewhere, in these processes."""
    began = time.monotonic()
    engine = kind(address(url), tables, PATIENCE)
    return {"made ready": time.monotonic() - began} | asked(engine) | {MEMORY: most(pids)}


def asked(engine: Engine) -> Seconds:
    """Question -> seconds."""
    return {name: best(partial(_ask, engine, named_query(name).sql, values), name) for name, values in HEAVY.items()}


def _ask(engine: Engine, sql: str, values: Mapping[str, Any]) -> None:
    engine.ask(sql, values).rows()


def table(found: Mapping[str, Seconds]) -> None:
    """A column for each engine."""
    lines = [*HEAVY, "made ready", MEMORY]
    typer.echo(f"{'':26}" + "".join(f"{name:>12}" for name in found))
    for name in lines:
        cells = (f"{one[name]:12.3f}" if name in one else f"{'–':>12}" for one in found.values())
        typer.echo(f"{name:26}" + "".join(cells))


def main(
    rows: Annotated[int, typer.Option(help="companies; 10 and 50 million are what the guide tells of")] = 1_000_000,
    spark: Annotated[str, typer.Option(envvar="SPARK_REMOTE", help="a Spark that reads this machine's folders")] = "",
    few: Annotated[bool, typer.Option(help="write only the models that these questions read")] = False,
    memory: Annotated[str, typer.Option(help="what writing the models may take; more is quicker")] = "8GB",
) -> None:
    """Print what publishing costs, and how long each question takes on each engine."""
    kind, written = (Few, WRITTEN & read_by_them()) if few else (Spark, WRITTEN)
    with tempfile.TemporaryDirectory() as name:
        path, lake, began = Path(name) / "many.duckdb", Lake(f"{name}/lake", 2), time.monotonic()
        held = apart(grown, rows, path, memory, written)[MEMORY]
        typer.echo(f"{rows:,} companies: {len(written)} models written in {time.monotonic() - began:.1f} s, "
                   f"{path.stat().st_size / 1e6:,.0f} MB, memory {held:,.0f} MB")  # fmt: skip
        began = time.monotonic()
        version = published(path, lake)
        size = sum(file.size for file in version.manifest.public) / 1e6
        typer.echo(f"published in {time.monotonic() - began:.1f} s, {size:,.0f} MB of Parquet")
        tables = version.tables("public", lake.place.url)
        found = {"DuckDB": apart(of_duckdb, path)}
        with sail() as engine:
            found["Sail"] = of_spark(engine.url, tables, [engine.pid], kind)
        if spark:
            java = [one.pid for one in psutil.process_iter(["name"]) if one.info["name"] == "java"]
            found["Spark"] = of_spark(spark, tables, java, kind)
        found["pandas"] = apart(of_pandas, tables)
        if find_spec("polars"):
            found["Polars"] = apart(of_polars, tables)
    typer.echo(f"load {psutil.getloadavg()[0]:.1f} on {psutil.cpu_count()} cores; seconds, best of three")
    table(found)


if __name__ == "__main__":
    typer.run(main)
