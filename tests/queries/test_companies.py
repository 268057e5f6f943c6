"""The companies page's questions, recomputed in plain Python; its facets also on 100,000 generated companies."""

import csv
import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from dashboard.sections.companies_filters import EVERYTHING, PARAMETERS, View
from dashboard.settings import settings
from dashboard.warehouse import Warehouse, named_query
from tests.conftest import Rows
from tests.queries.generated import companies, warehouse_file

Facts = dict[str, Rows]
Ask = Callable[..., pd.DataFrame]
ARRIVALS = ("settlement", "startup-landing")
with (settings().data / "places.csv").open(encoding="utf-8", newline="") as file:
    TOWNS = {row["place"] for row in csv.DictReader(file) if row["ags"]}


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
    within = [int(m["year"]) for m in milestones
              if m["kind"] == "relocation" and m["scope"] != "part" and m["from_city"] in TOWNS]  # fmt: skip
    first = min(came, default=None)
    return None if first and min(within, default=9999) <= first else first


def period(year: int | None) -> str:
    return "unknown" if year is None else str(1 + sum(year >= limit for limit in (2000, 2010, 2020)))


def described(rows: Rows, milestones: Rows) -> list[dict[str, str]]:
    """Each company with the value it has in each filter."""
    of: dict[str, Rows] = {}
    for milestone in milestones:
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
            "status": row["status"],
            "history": "yes" if row["company_id"] in of else "no",
        }
        for row in rows
    ]


def brute(rows: list[dict[str, str]], view: View) -> Counter[tuple[str, str]]:
    """The number behind every value of every filter, each recounted with the other filters alone."""
    found: Counter[tuple[str, str]] = Counter()
    hits = {row["id"] for row in rows} if view.found is None else set(view.found)
    kept = [row for row in rows if row["id"] in hits]
    for facet in PARAMETERS:
        others = {name: set(values) for name, values in view.chosen.items() if values and name != facet}
        found.update((facet, row[facet]) for row in kept if all(row[name] in v for name, v in others.items()))
    everything = {name: set(values) for name, values in view.chosen.items() if values}
    found["all", "all"] = sum(all(row[name] in v for name, v in everything.items()) for row in kept)
    return found


def views(rows: list[dict[str, str]], count: int) -> Iterator[View]:
    """Nothing chosen, then choices by lot: up to three filters with up to three values each."""
    chance = random.Random(7)
    yield EVERYTHING
    for _ in range(count):
        chosen = dict(EVERYTHING.chosen)
        for facet in chance.sample(list(PARAMETERS), chance.randint(1, 3)):
            chosen[facet] = tuple(sorted({chance.choice(rows)[facet] for _ in range(chance.randint(1, 3))}))
        found = tuple(row["id"] for row in chance.sample(rows, len(rows) // 3)) if chance.random() < 0.3 else None
        yield View(chosen, found)


def check_facets(ask: Ask, rows: list[dict[str, str]], count: int) -> None:
    for view in views(rows, count):
        found = ask("companies/facets", **view.parameters())
        numbers = {(row["facet"], row["value"]): row["companies"] for _, row in found.iterrows()}
        assert {key: n for key, n in numbers.items() if n} == {key: n for key, n in brute(rows, view).items() if n}


def test_facets(served: Warehouse, facts: Facts) -> None:
    check_facets(served.ask, described(facts["companies"], facts["milestones"]), 25)


def test_facets_of_a_hundred_thousand_companies(tmp_path: Path, facts: Facts) -> None:
    rows = companies(100_000)
    with duckdb.connect(warehouse_file(tmp_path, rows), read_only=True) as connection:

        def ask(name: str, **values: Any) -> pd.DataFrame:
            listed = {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
            return connection.execute(named_query(name).sql, listed).df()

        check_facets(ask, described(rows, facts["milestones"]), 4)


def test_rows_agree_with_the_facets_and_their_order(served: Warehouse, facts: Facts) -> None:
    every = described(facts["companies"], facts["milestones"])
    for view in views(every, 12):
        chosen = {facet: set(values) for facet, values in view.chosen.items() if values}
        expected = {
            row["id"]
            for row in every
            if all(row[facet] in values for facet, values in chosen.items())
            and (view.found is None or row["id"] in set(view.found))
        }
        found = ask_rows(served, view, rows=10_000)
        assert set(found["company_id"]) == expected and found["company_id"].is_unique


def ask_rows(served: Warehouse, view: View = EVERYTHING, **wish: Any) -> pd.DataFrame:
    given = {"sort": "name", "descending": False, "lang": "de", "rows": 25, "skip": 0} | wish
    return served.ask("companies/rows", **view.parameters(), **given)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", ["arrived", "employees"])
def test_numbers_sort_and_unknown_ones_come_last(served: Warehouse, column: str, descending: bool) -> None:
    values = list(ask_rows(served, sort=column, descending=descending, rows=10_000)[column])
    known = [value for value in values if pd.notna(value)]
    assert known == sorted(known, reverse=descending) and known
    assert all(pd.isna(value) for value in values[len(known) :])


def test_words_sort_in_the_readers_language(served: Warehouse, facts: Facts) -> None:
    for lang in ("de", "en"):
        names = {row["market"]: row[f"name_{lang}"] for row in facts["markets"]}
        found = [names[market] for market in ask_rows(served, sort="market", lang=lang, rows=10_000)["market"]]
        assert found == sorted(found, key=plain)


def test_pages_follow_each_other_without_gap_or_repeat(served: Warehouse, facts: Facts) -> None:
    whole = list(ask_rows(served, rows=10_000)["company_id"])
    pages = [list(ask_rows(served, rows=40, skip=skip)["company_id"]) for skip in range(0, len(whole), 40)]
    assert [company for page in pages for company in page] == whole
    assert len(whole) == len(facts["companies"])


def plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def ids(served: Warehouse, term: str) -> set[str]:
    return set(served.ask("companies/search", term=term)["company_id"])


def test_search_finds_names_former_names_and_parents_whatever_the_case_and_accents(
    served: Warehouse, facts: Facts
) -> None:
    for column in ("name", "former_names", "parent"):
        known = [row for row in facts["companies"] if len(row[column]) > 3][::15]
        assert known
        for row in known:
            assert row["company_id"] in ids(served, f"  {plain(row[column]).upper()} ")


def test_search_forgives_a_letter_too_few_or_changed(served: Warehouse, facts: Facts) -> None:
    long_names = [r for r in facts["companies"] if len(plain(r["name"])) >= 8 and plain(r["name"]).isalpha()]
    assert len(long_names) > 5
    for row in long_names:
        name = plain(row["name"])
        assert row["company_id"] in ids(served, name[:3] + name[4:]), "a letter missing"
        assert row["company_id"] in ids(served, name[:3] + name[4] + name[3] + name[5:]), "two letters exchanged"


def test_a_word_of_no_name_is_looked_for_in_the_descriptions(served: Warehouse, facts: Facts) -> None:
    named = {r["company_id"] for r in facts["companies"] for k in ("name", "former_names", "parent")
             if "solar" in plain(r[k])}  # fmt: skip
    told = {r["company_id"] for r in facts["companies"] if "solar" in plain(r["note_en"] + " " + r["note_de"])}
    assert not named and ids(served, "Solar") == told != set()


def test_search_for_nonsense_finds_nothing(served: Warehouse) -> None:
    assert not ids(served, "qqqqxxxxzzzz")
    assert not ids(served, "%_' or 1=1 --")


@pytest.mark.parametrize("number", range(0, 400, 57))
def test_a_card_tells_the_row_its_milestones_and_its_neighbours(served: Warehouse, facts: Facts, number: int) -> None:
    row = facts["companies"][number]
    card = served.ask("companies/company", company=row["company_id"]).iloc[0]
    assert (card["name"], card["market"], card["sector_id"], card["source_id"]) == tuple(
        row[key] for key in ("name", "market", "sector_id", "source_id")
    )
    history = served.ask("companies/milestones", company=row["company_id"])
    own = [m for m in facts["milestones"] if m["company_id"] == row["company_id"]]
    assert set(history["milestone_id"]) == {m["milestone_id"] for m in own}
    assert list(history["year"]) == sorted((int(m["year"]) for m in own), reverse=True)
    near = served.ask("companies/neighbours", company=row["company_id"], rows=1000)
    others = [other for other in facts["companies"] if other["status"] != "left" and other is not row]
    colleagues = {other["company_id"] for other in others if other["sector_id"] == row["sector_id"]}
    beside = {other["company_id"] for other in others if row["city"] and other["city"] == row["city"]}
    assert set(near.loc[near["kind"] == "sector", "company_id"]) == colleagues
    assert set(near.loc[near["kind"] == "town", "company_id"]) == beside - colleagues
    first = [company in beside for company in near.loc[near["kind"] == "sector", "company_id"]]
    assert first == sorted(first, reverse=True), "those of the same town first"
    markets = {other["company_id"]: other["market"] for other in others}
    same = [markets[company] == row["market"] for company in near.loc[near["kind"] == "town", "company_id"]]
    assert same == sorted(same, reverse=True), "those of the same market first"
