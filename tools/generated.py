"""As many companies as are wanted: rows of the shipped list, shuffled column by column, under new ids."""

import csv
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from dashboard.settings import settings
from dashboard.warehouse.build import build
from tests.conftest import copy_of_data

SHUFFLED = ("market", "sector_id", "theme_id", "topics", "role", "established", "status")
PLACE = ("city", "postcode")  # stay together, or `pocket check` finds fault with them


def companies(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """`count` companies, the shipped ones first, one after the other: a million need not be in memory."""
    with (settings().data / "companies.csv").open(encoding="utf-8", newline="") as file:
        shipped = [row for row in csv.DictReader(file) if row["visibility"] != "internal"]
    yield from shipped
    chance = random.Random(seed)
    columns = {name: [row[name] for row in shipped] for name in SHUFFLED}
    for number in range(count - len(shipped)):
        own, place = {"company_id": f"generated-{number}", "name": f"Generated {number}"}, chance.choice(shipped)
        shuffled = {name: chance.choice(values) for name, values in columns.items()}
        yield {**chance.choice(shipped), **own, **shuffled, **{name: place[name] for name in PLACE}}


def data_folder(folder: Path, rows: Iterable[dict[str, str]]) -> Path:
    """The shipped facts with these companies instead, in `folder`."""
    data, rows = copy_of_data(folder / "data"), iter(rows)
    first = next(rows)
    with (data / "companies.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(first), lineterminator="\n")
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)
    return data


def warehouse_file(folder: Path, rows: Iterable[dict[str, str]]) -> Path:
    """A warehouse of them, in `folder`."""
    data, target = data_folder(folder, rows), folder / "warehouse.duckdb"
    build(data, target, public=True)
    return target
