"""What importing a list of companies costs, and publishing it: `python -m benchmarks.intake [--count 1000000]`."""

import csv
import tempfile
import time
from pathlib import Path
from typing import Annotated

import psutil
import typer

from benchmarks.growth import Costs, ran
from tests.conftest import copy_of_data
from tools.generated import companies

LIMIT = 10 * 60  # seconds for each command


def exported(path: Path, count: int) -> Path:
    """A CSV of them as others export: between semicolons, below a title."""
    rows = companies(count)
    first = next(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("Export of companies\r\n\r\n")
        writer = csv.DictWriter(file, list(first), delimiter=";")
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)
    return path


def main(count: Annotated[int, typer.Option(help="companies in the file")] = 1_000_000) -> None:
    """Print what a dry run costs, which checks the whole, and what publishing does."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, began = copy_of_data(folder / "data"), time.monotonic()
        path = exported(folder / "list.csv", count)
        seconds = time.monotonic() - began
        typer.echo(f"{count:,} companies, {path.stat().st_size / 1e6:.0f} MB, written in {seconds:.0f} s")
        asked = ("import", str(path), "--table", "companies", "--data", str(data))
        for what, more in (("dry run", ()), ("publish", ("--publish", "--why", "benchmark"))):
            costs, printed = ran("dashboard.cli", *asked, *more, seconds=LIMIT, POCKET_STORE=str(folder / "store"))
            typer.echo(f"{what}: {told(costs)}; {printed.strip().splitlines()[-1]}")
    typer.echo(f"load {psutil.getloadavg()[0]:.1f} on {psutil.cpu_count()} cores")


def told(costs: Costs) -> str:
    """The costs in a line."""
    return ", ".join(f"{name} {value:.0f}" for name, value in costs.items())


if __name__ == "__main__":
    typer.run(main)
