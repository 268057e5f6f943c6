"""The companies page's filters, recomputed in plain Python; also on 100,000 generated companies."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


FILTERS = (*FACETS, "staff")


@dataclass(frozen=True)
class Company:
    """Its id, its source, its employees (None: not known) and facet -> its values there."""

    id: str
    source: str
    employees: int | None
    values: dict[str, set[str]]

    def fits(self, view: View, wanted: dict[str, set[str]], facet: str) -> bool:
        """Whether the choice of that filter lets it in; `wanted`: facet -> the values chosen of it."""
        if facet != "staff":
            return not wanted[facet] or bool(wanted[facet] & self.values[facet])
        if view.fewest is None and view.most is None:
            return True
        if self.employees is None:
            return view.unstaffed
        return (view.fewest or 0) <= self.employees <= (self.employees if view.most is None else view.most)


def described(facts: Facts) -> list[Company]:
    """Each company with the values it has in each filter."""
    of: dict[str, Rows] = defaultdict(list)
    shown = statuses(facts)
    for milestone in facts["milestones"]:
        of[milestone["company_id"]].append(milestone)

    def values(row: dict[str, str]) -> dict[str, set[str]]:
        history = of.get(row["company_id"], [])
        alone = {"market": row["market"], "sector": row["sector_id"], "theme": row["theme_id"] or "none"}
        alone |= {"role": row["role"], "town": row["city"] or "unknown", "period": period(arrival(row, history))}
        alone |= {"status": shown[row["company_id"]], "history": "yes" if history else "no"}
        alone |= {"staff": "known" if row["employees"] else "unknown"}
        topics = {topic.strip() for topic in row["topics"].split(";")} - {""}
        return {facet: {value} for facet, value in alone.items()} | {"topic": topics or {"none"}}

    return [
        Company(row["company_id"], row["source_id"], int(row["employees"]) if row["employees"] else None, values(row))
        for row in facts["companies"]
    ]


def chosen(view: View) -> dict[str, set[str]]:
    """Facet -> the values chosen of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in view.chosen:
        facet, value = pair.split("=", 1)
        found[facet].add(value)
    return found


def kept_out(rows: list[Company], view: View) -> Iterator[tuple[Company, list[str]]]:
    """Those that the search leaves, each with the filters that keep it out."""
    hits, wanted = None if view.found is None else set(view.found), chosen(view)
    for row in rows:
        if hits is None or row.id in hits:
            yield row, [facet for facet in FILTERS if not row.fits(view, wanted, facet)]


def brute(rows: list[Company], view: View) -> dict[tuple[str, str], list[str]]:
    """The sources of the companies behind every value of every filter, each recounted with the other filters alone: a
    company that one filter keeps out counts in that one."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    found["all", "all"] = []
    for row, out in kept_out(rows, view):
        for facet in FILTERS if not out else out if len(out) == 1 else ():
            for value in row.values[facet]:
                found[facet, value].append(row.source)
        if not out:
            found["all", "all"].append(row.source)
    return found


def views(rows: list[Company], count: int) -> Iterator[View]:
    """Nothing chosen, then choices by lot: up to three filters with up to three values each, some with a range."""
    chance = random.Random(7)
    yield View()
    for number in range(count):
        pairs = {
            f"{facet}={chance.choice(sorted(chance.choice(rows).values[facet]))}"
            for facet in chance.sample(FACETS, chance.randint(1, 3))
            for _ in range(chance.randint(1, 3))
        }
        found = tuple(row.id for row in chance.sample(rows, len(rows) // 3)) if chance.random() < 0.3 else None
        ends = [(None, None), (20, None), (None, 100), (20, 100)][number % 4]
        yield View(tuple(sorted(pairs)), found, *ends, chance.random() < 0.5)


def check_facets(ask: Ask, rows: list[Company], count: int) -> None:
    for view in views(rows, count):
        found = {(row["facet"], row["value"]): row for row in answered(ask("companies/facets", **vars(view)))}
        expected = brute(rows, view)
        assert {key: row["companies"] for key, row in found.items()} == {k: len(v) for k, v in expected.items()}
        for key, row in found.items():
            assert row["source_ids"] == (sorted(set(expected[key])) if key[0] in ("market", "period") else None)


def test_facets(served: Warehouse, facts: Facts) -> None:
    check_facets(served.ask, described(facts), 25)


def test_a_company_counts_for_each_of_its_topics_and_once_in_all(served: Warehouse, facts: Facts) -> None:
    [both] = [r for r in described(facts) if r.values["topic"] == {"batteries", "artificial-intelligence"}]
    view = View(("topic=batteries", "topic=artificial-intelligence"), found=(both.id,))
    found = {
        (row["facet"], row["value"]): row["companies"] for row in answered(served.ask("companies/facets", **vars(view)))
    }
    assert found["all", "all"] == found["topic", "batteries"] == found["topic", "artificial-intelligence"] == 1


def test_who_is_kept_out_by_staff(facts: Facts) -> None:
    sizes = [int(row["employees"]) if row["employees"] else None for row in facts["companies"]]
    for ends, wanted in (((100, None), range(100, 10**6)), ((None, 0), range(1)), ((50, 60), range(50, 61))):
        for unstaffed in (False, True):
            view = View((), None, *ends, unstaffed)
            assert view.total == sum(unstaffed if size is None else size in wanted for size in sizes)
            assert view.counted()["staff", "unknown"].companies == sizes.count(None) > 300


@pytest.mark.slow
def test_facets_of_a_hundred_thousand_companies(tmp_path: Path, facts: Facts) -> None:
    rows = list(companies(100_000))
    with duckdb.connect(warehouse_file(tmp_path, rows), read_only=True) as connection:

        def ask(name: str, **values: Any) -> pd.DataFrame:
            listed = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
            return connection.execute(named_query(name).sql, listed).df()

        check_facets(ask, described(facts | {"companies": rows}), 4)
