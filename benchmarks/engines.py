"""The heaviest questions on several engines, with many companies: `python -m benchmarks.engines [--rows 10000000]`.

Companies are generated with the skew of the shipped list (markets, sectors and places as often as there, arrivals more
often of late), published once to a lake, and asked for by DuckDB, by Sail, by Spark if `--spark sc://…` names one, and
as far as pandas and Polars can say the first question by hand. Seconds are the best of three; memory is the most that
the process of an engine has held. Read ratios: it says how busy the machine was.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import duckdb
import pandas as pd
import psutil
import typer

from dashboard.settings import settings
from dashboard.warehouse.engine.address import address
from dashboard.warehouse.engine.engine import Engine
from dashboard.warehouse.engine.local import Local
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.lake.lake import Lake
from dashboard.warehouse.lake.manifest import Copy
from dashboard.warehouse.lake.publishing import put
from dashboard.warehouse.locked import opened
from dashboard.warehouse.model import WRITTEN, create_model
from dashboard.warehouse.named import named_query
from dashboard.warehouse.shelf import Shelf
from dashboard.warehouse.store import public_warehouse
from tools.sail import sail

TRIES = 3
HEAVY: Mapping[str, Mapping[str, Any]] = {
    "market/sector_mix": {"market": "JP"},
    "market/arrivals": {"market": "JP"},
    "overview/core_cards": {},
    "sectors/matrix": {"theme": None},
    "sectors/shift": {"market": "JP", "theme": None},
    "region/towns": {"markets": [], "roles": [], "sectors": [], "year": 2026},
}
MIX = ["sector_id", "market"]
# A row of the shipped list for each number, those of late more often: the square of an even chance.
GROWN = """
insert into companies by name
select many.* replace ('generated-' || n as company_id, 'Generated ' || n as name)
from (select range as n, 1 + floor(power(hash(range) / 18446744073709551615.0, 2) * {base})::bigint as place
      from range({count})) as drawn
inner join (select *, row_number() over (order by established desc nulls last, company_id) as place
            from companies) as ranked using (place), lateral (select ranked.* exclude (place)) as many
"""


def grown(rows: int, folder: Path) -> Path:
    """A warehouse file with so many companies; its models written anew."""
    ours, path = public_warehouse(), folder / "many.duckdb"
    source = ours.file(ours.version)
    with duckdb.connect(path) as connection:
        connection.execute(f"attach '{source}' as built (read_only)")
        tables = [name for (name,) in connection.execute(
            "select table_name from duckdb_tables() where database_name = 'built'").fetchall()]  # fmt: skip
        for name in tables:
            if name not in WRITTEN:  # without keys, as Parquet has none either
                connection.execute(f'create table "{name}" as from built."{name}"')
        base = connection.execute("select count(*) from companies").fetchone()
        if rows > (count := base[0] if base else 0):
            connection.execute(GROWN.format(count=rows - count, base=count))
        create_model(connection, WRITTEN)
    return path


@contextmanager
def most(pid: int) -> Iterator[Callable[[], float]]:
    """The memory that a process has held at most, in MB."""
    status = Path(f"/proc/{pid}/status")
    yield lambda: int(status.read_text().split("VmHWM:")[1].split()[0]) / 1000


def asked(engine: Engine) -> dict[str, float]:
    """Question -> seconds."""
    return {name: _best(partial(_ask, engine, named_query(name).sql, values)) for name, values in HEAVY.items()}


def _ask(engine: Engine, sql: str, values: Mapping[str, Any]) -> object:
    return engine.ask(sql, values).rows()


def _best(ask: Callable[[], object]) -> float:
    def once() -> float:
        began = time.monotonic()
        ask()
        return time.monotonic() - began

    return min(once() for _ in range(TRIES))


def by_hand(path: str) -> dict[str, dict[str, float]]:
    """The counts of the first question as data frames say them; they hold the columns in memory first."""
    frame = pd.read_parquet(path, columns=MIX)
    found = {"pandas": {"market/sector_mix": _best(lambda: frame.groupby(MIX).size().unstack())}}
    if find_spec("polars"):
        import polars

        held = polars.read_parquet(path, columns=MIX)
        found["Polars"] = {"market/sector_mix": _best(lambda: held.group_by(MIX).len())}
    return found


def table(found: Mapping[str, Mapping[str, float]]) -> None:
    """A column for each engine."""
    lines = list(dict.fromkeys(name for one in found.values() for name in one))
    typer.echo(f"{'':26}" + "".join(f"{name:>12}" for name in found))
    for name in lines:
        cells = (f"{one[name]:12.3f}" if name in one else f"{'–':>12}" for one in found.values())
        typer.echo(f"{name:26}" + "".join(cells))


def main(
    rows: Annotated[int, typer.Option(help="companies; 10 and 50 million are what the guide tells of")] = 1_000_000,
    spark: Annotated[str, typer.Option(help="address of a Spark that reads this machine's folders")] = "",
) -> None:
    """Print what publishing costs, and how long each question takes on each engine."""
    with tempfile.TemporaryDirectory() as name:
        folder, began = Path(name), time.monotonic()
        path = grown(rows, folder)
        typer.echo(f"{rows:,} companies: models written in {time.monotonic() - began:.1f} s, {_mb(path):,.0f} MB")
        lake, began = Lake(str(folder / "lake"), 2), time.monotonic()
        files: dict[Copy, Path] = {"public": path, "whole": Shelf(settings().data, settings().store, public=True).file(
            public_warehouse().version)}  # fmt: skip
        version = put(lake, files, ("generated", "2026.11"))
        size = sum(file.size for file in version.manifest.public) / 1e6
        typer.echo(f"published in {time.monotonic() - began:.1f} s, {size:,.0f} MB of Parquet")
        tables = version.tables("public", lake.place.url)
        found = {"DuckDB": asked(Local(opened(path)))}
        with most(os.getpid()) as held:
            found["DuckDB"]["memory MB"] = held()
        with sail() as engine, most(engine.pid) as held:
            found["Sail"] = asked(Spark(address(engine.url), tables, 600))
            found["Sail"]["memory MB"] = held()
        if spark:
            found["Spark"] = asked(Spark(address(spark), tables, 600))
        found |= by_hand(tables["company"])
    typer.echo(f"load {psutil.getloadavg()[0]:.1f} on {psutil.cpu_count()} cores; seconds, best of {TRIES}")
    table(found)


def _mb(path: Path) -> float:
    return path.stat().st_size / 1e6


if __name__ == "__main__":
    typer.run(main)
