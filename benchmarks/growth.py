"""How publishing and pages grow with the list of companies: `python -m benchmarks.growth [--million]`."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import psutil
import typer

from dashboard.settings import ROOT, settings
from dashboard.warehouse.build import data_version
from tools.generated import companies, data_folder

MANY, MORE = 100_000, 1_000_000
LIMIT = 7.5 * 60  # seconds for all
Costs, Row = dict[str, float], dict[str, str]


def ran(module: str, *arguments: str, seconds: float, **environment: str) -> tuple[Costs, str]:
    """A module in a process of its own: its seconds of CPU and wall, its most memory in MB; and what it printed."""
    env, began = {**os.environ, **environment}, time.monotonic()
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen([sys.executable, "-m", module, *arguments], cwd=ROOT, env=env, stdout=printed)
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            if time.monotonic() - began > seconds:
                process.kill()
                raise TimeoutError(f"{module} would take more than {seconds:.0f} s")
            time.sleep(0.05)
        _, status, usage = ended
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{module} failed")
        printed.seek(0)
        cpu, memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000
        return {"cpu s": cpu, "wall s": time.monotonic() - began, "memory MB": memory}, printed.read()


def in_time(rows: Iterable[Row], ends: float) -> Iterator[Row]:
    """The rows, as long as there is time."""
    for row in rows:
        if time.monotonic() > ends:
            raise TimeoutError("writing its rows took too long")
        yield row


def measured(data: Path, folder: Path, ends: float) -> Costs:
    """What publishing these facts costs, then each page."""
    store = folder / "store"
    target = store / f"{data_version(data)}-public.duckdb"
    built, _ = ran("dashboard.cli", "build", "--data", str(data), "--to", str(target), seconds=ends - time.monotonic())
    found = {f"publish, {name}": value for name, value in built.items()}
    found["file MB"] = target.stat().st_size / 1e6
    places = {"POCKET_DATA": str(data), "POCKET_STORE": str(store)}
    _, printed = ran("benchmarks.answers", seconds=ends - time.monotonic(), **places)
    told = json.loads(printed)
    pages = {f"{name}, cpu ms": 1000 * value for name, value in told["cpu"].items()}
    return found | pages | {"pages, memory MB": told["memory"]}


def table(found: dict[str, Costs]) -> None:
    """A column for each size, then how much the largest costs of what the shipped list does."""
    first, *_, last = found.values()
    typer.echo(f"{'':32}" + "".join(f"{name:>12}" for name in found) + f"{'x':>8}")
    for what, base in first.items():
        cells = "".join(f"{costs[what]:12.1f}" for costs in found.values())
        typer.echo(f"{what:32}{cells}{last[what] / base:8.1f}")


def main(
    million: Annotated[bool, typer.Option(help="with a million companies, too")] = False,
    count: Annotated[int, typer.Option(help="companies of the larger list")] = MANY,
) -> None:
    """Print what publishing and each page cost with the shipped list and with generated ones."""
    ends, found = time.monotonic() + LIMIT, dict[str, Costs]()
    with tempfile.TemporaryDirectory() as name:
        for size in (0, count, *([MORE] if million else [])):
            folder = Path(name) / str(size)
            folder.mkdir()
            try:
                data = data_folder(folder, in_time(companies(size), ends)) if size else settings().data
                found[f"{size:,}" if size else "shipped"] = measured(data, folder, ends)
            except TimeoutError as error:
                typer.echo(f"{size:,} companies: {error}; left out")
    typer.echo(f"load {psutil.getloadavg()[0]:.1f} on {psutil.cpu_count()} cores")
    table(found)


if __name__ == "__main__":
    typer.run(main)
