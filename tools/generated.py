"""A hundred thousand generated companies: rows of the shipped list, shuffled column by column, under new ids."""

import csv
import random
from pathlib import Path

from dashboard.settings import settings
from dashboard.warehouse.build import build
from tests.conftest import copy_of_data

SHUFFLED = ("market", "sector_id", "theme_id", "topics", "role", "city", "established", "status")


def companies(count: int, seed: int = 1) -> list[dict[str, str]]:
    """`count` companies, the shipped ones first."""
    with (settings().data / "companies.csv").open(encoding="utf-8", newline="") as file:
        shipped = [row for row in csv.DictReader(file) if row["visibility"] != "internal"]
    chance = random.Random(seed)
    columns = {name: [row[name] for row in shipped] for name in SHUFFLED}
    made = [
        {**chance.choice(shipped), "company_id": f"generated-{number}", "name": f"Generated {number}"}
        | {name: chance.choice(values) for name, values in columns.items()}
        for number in range(count - len(shipped))
    ]
    return shipped + made


def warehouse_file(folder: Path, rows: list[dict[str, str]]) -> Path:
    """A warehouse of the shipped facts with these companies instead, in `folder`."""
    data = copy_of_data(folder / "data")
    with (data / "companies.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    target = folder / "warehouse.duckdb"
    build(data, target, public=True)
    return target
