"""The companies page's filters, recomputed in plain Python; also on 100,000 generated companies."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from dashboard.company_list.filters import FACETS, View
from dashboard.warehouse import Warehouse, named_query
from tests.conftest import Rows
from tests.queries.arrivals import arrival, period
from tests.queries.present import statuses
from tests.queries.whole import answered
from tools.generated import companies, warehouse_file

Facts = dict[str, Rows]
Ask = Callable[..., pd.DataFrame]


def described(facts: Facts) -> list[dict[str, str]]:
    """Each company with the value it has in each filter."""
    of: dict[str, Rows] = {}
    shown = statuses(facts)
    for milestone in facts["milestones"]:
        of.setdefault(milestone["company_id"], []).append(milestone)
    return [
        {
            "id": row["company_id"],
            "market": row["market"],
            "sector": row["sector_id"],
            "theme": row["theme_id"] or "none",
            "role": row["role"],
            "town": row["city"] or "unknown",
            "period": period(arrival(row, of.get(row["company_id"], []))),
            "status": shown[row["company_id"]],
            "history": "yes" if row["company_id"] in of else "no",
            "source": row["source_id"],
        }
        for row in facts["companies"]
    ]


def chosen(view: View) -> dict[str, set[str]]:
    """Facet -> the values chosen of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in view.chosen:
        facet, value = pair.split("=", 1)
        found[facet].add(value)
    return found


def brute(rows: list[dict[str, str]], view: View) -> dict[tuple[str, str], list[str]]:
    """The sources of the companies behind every value of every filter, each recounted with the other filters alone."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    hits = {row["id"] for row in rows} if view.found is None else set(view.found)
    kept = [row for row in rows if row["id"] in hits]
    everything = chosen(view)
    for facet in FACETS:
        others = {name: values for name, values in everything.items() if name != facet}
        for row in kept:
            if all(row[name] in values for name, values in others.items()):
                found[facet, row[facet]].append(row["source"])
    found["all", "all"] = [row["source"] for row in kept if all(row[name] in v for name, v in everything.items())]
    return found


def views(rows: list[dict[str, str]], count: int) -> Iterator[View]:
    """Nothing chosen, then choices by lot: up to three filters with up to three values each."""
    chance = random.Random(7)
    yield View()
    for _ in range(count):
        pairs = {
            f"{facet}={chance.choice(rows)[facet]}"
            for facet in chance.sample(FACETS, chance.randint(1, 3))
            for _ in range(chance.randint(1, 3))
        }
        found = tuple(row["id"] for row in chance.sample(rows, len(rows) // 3)) if chance.random() < 0.3 else None
        yield View(tuple(sorted(pairs)), found)


def check_facets(ask: Ask, rows: list[dict[str, str]], count: int) -> None:
    for view in views(rows, count):
        found = {(row["facet"], row["value"]): row for row in answered(ask("companies/facets", **vars(view)))}
        expected = brute(rows, view)
        assert {key: row["companies"] for key, row in found.items()} == {k: len(v) for k, v in expected.items()}
        for key, row in found.items():
            assert row["source_ids"] == (sorted(set(expected[key])) if key[0] in ("market", "period") else None)


def test_facets(served: Warehouse, facts: Facts) -> None:
    check_facets(served.ask, described(facts), 25)


@pytest.mark.slow
def test_facets_of_a_hundred_thousand_companies(tmp_path: Path, facts: Facts) -> None:
    rows = companies(100_000)
    with duckdb.connect(warehouse_file(tmp_path, rows), read_only=True) as connection:

        def ask(name: str, **values: Any) -> pd.DataFrame:
            listed = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
            return connection.execute(named_query(name).sql, listed).df()

        check_facets(ask, described(facts | {"companies": rows}), 4)
