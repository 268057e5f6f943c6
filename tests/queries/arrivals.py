"""When a company came and in which period that lies, recomputed from the CSVs."""

import csv

from dashboard.settings import settings
from tests.conftest import Rows

ARRIVALS = ("settlement", "startup-landing")
with (settings().data / "places.csv").open(encoding="utf-8", newline="") as file:
    TOWNS = {row["place"] for row in csv.DictReader(file) if row["area"]}


def arrival(row: dict[str, str], milestones: Rows) -> int | None:
    """The first sign: established, settlement, landing, or relocation from outside; not if it moved within before or is
    only announced."""
    if row["status"] == "announced":
        return None
    came = [int(row["established"])] if row["established"] else []
    came += [
        int(m["year"])
        for m in milestones
        if m["kind"] in ARRIVALS or (m["kind"] == "relocation" and m["from_city"] not in {"", *TOWNS})
    ]
    within = [
        int(m["year"])
        for m in milestones
        if m["kind"] == "relocation" and m["scope"] != "part" and m["from_city"] in TOWNS
    ]
    first = min(came, default=None)
    return None if first and min(within, default=9999) <= first else first


def period(year: int | None) -> str:
    return "unknown" if year is None else str(1 + sum(year >= limit for limit in (2000, 2010, 2020)))
