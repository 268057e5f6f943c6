"""The market page's questions, recomputed in plain Python from the CSVs, for markets with many facts and with few."""

from collections import Counter, defaultdict
from datetime import date
from statistics import mean, median
from typing import Any

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.arrivals import arrival
from tests.queries.present import present as here
from tests.queries.whole import Row, answered, by_key, known, numbers, sources
from tests.relations.test_queries import last_day, reach

Facts = dict[str, Rows]
MARKETS = ["JP", "CN", "IN", "KR", "US", "NL", "NO", "TW", "PL", "AU", "SY"]
every_market = pytest.mark.parametrize("market", MARKETS)


def year_of(text: str) -> int | None:
    return int(text) if text else None


def listed(facts: Facts, market: str, *, present: bool) -> Rows:
    return [row for row in (here(facts) if present else facts["companies"]) if row["market"] == market]


def arrived(facts: Facts, company: dict[str, str]) -> int | None:
    return arrival(company, [row for row in facts["milestones"] if row["company_id"] == company["company_id"]])


def happened(facts: Facts, market: str) -> Rows:
    own = {row["company_id"] for row in listed(facts, market, present=False)}
    return [row for row in facts["milestones"] if row["company_id"] in own]


def test_markets_with_any_fact_core_first(served: Warehouse, facts: Facts) -> None:
    found = served.ask("shared/markets")
    tables = ("companies", "indicators", "events", "signals", "institutions")
    expected = {row["market"] for table in tables for row in facts[table]} - {"all", "DE", ""}
    assert set(found["market"]) == expected
    counts = Counter(row["market"] for row in here(facts))
    assert list(found["companies"]) == [counts[market] for market in found["market"]]
    core = {row["market"] for row in facts["markets"] if row["core"] == "true"}
    order = [(row["market"] not in core, -row["companies"]) for row in answered(found)]
    assert order == sorted(order)


@every_market
def test_desk(served: Warehouse, facts: Facts, market: str) -> None:
    own = by_key(facts["markets"], "market")[market]
    desk = by_key(facts["desks"], "desk_id").get(own["desk_id"])
    columns = ("desk_id", "focus_en", "focus_de", "email", "phone", "url", "source_id")
    expected: Row = {"market": market}
    expected |= known(desk, *columns) if desk else dict.fromkeys(columns)
    expected |= numbers(desk, "since_year", "since_month") if desk else dict.fromkeys(("since_year", "since_month"))
    assert answered(served.ask("market/desk", market=market)) == [expected]


@every_market
def test_home_cities(served: Warehouse, facts: Facts, market: str) -> None:
    rows = listed(facts, market, present=True)
    homes: dict[str, Rows] = defaultdict(list)
    for row in rows:
        if row["parent_city"]:
            homes[row["parent_city"]].append(row)
    places = by_key(facts["places"], "place")
    assert answered(served.ask("market/home_cities", market=market)) == [
        {"city": city, "companies": len(homes[city]), "source_ids": sources(homes[city])}
        | numbers(places[city], "lat", "lon")
        | {"known": sum(map(len, homes.values())), "listed": len(rows)}
        for city in sorted(homes, key=lambda city: (-len(homes[city]), city))
    ]


@every_market
def test_speed(served: Warehouse, facts: Facts, market: str) -> None:
    def years(markets: set[str]) -> list[int]:
        found = []
        for company in facts["companies"]:
            came = arrived(facts, company)
            if company["market"] not in markets or came is None:
                continue
            grew = [
                int(row["year"])
                for row in facts["milestones"]
                if row["company_id"] == company["company_id"]
                and row["kind"] in ("expansion", "rnd-centre", "hq-upgrade")
                and int(row["year"]) > came
            ]
            found += [min(grew) - came] if grew else []
        return found

    rows = served.ask("market/speed", market=market)
    assert list(rows["scope"]) == ["market", "all"]
    everyone = {row["market"] for row in facts["companies"]}
    for expected, (_, row) in zip((years({market}), years(everyone)), rows.iterrows(), strict=True):
        assert row["companies"] == len(expected)
        assert row["median_years"] == median(expected) if expected else pd.isna(row["median_years"])


@every_market
def test_sector_mix(served: Warehouse, facts: Facts, market: str) -> None:
    found = served.ask("market/sector_mix", market=market).set_index("sector_id")
    own = Counter(row["sector_id"] for row in listed(facts, market, present=True))
    everywhere = Counter(row["sector_id"] for row in here(facts))
    assert dict(found["companies"]) == {sector: n for sector, n in own.items() if sector != "other"}
    for sector, row in found.iterrows():
        share, share_all = own[sector] / own.total(), everywhere[sector] / everywhere.total()
        assert row["share"] == pytest.approx(share)
        assert row["share_all"] == pytest.approx(share_all)
        assert row["specialisation"] == pytest.approx(share / share_all)
        assert (row["companies_total"], row["all_total"]) == (own.total(), everywhere.total())
    assert list(found["companies"]) == sorted(found["companies"], reverse=True)


@every_market
def test_arrivals_by_period(served: Warehouse, facts: Facts, market: str) -> None:
    rows = listed(facts, market, present=False)
    dated = [(row["sector_id"], year) for row in rows if (year := arrived(facts, row)) is not None]
    by_sector: dict[str, list[int]] = defaultdict(list)
    for sector, year in dated:
        if sector != "other":
            by_sector[sector].append(year)
    leading = sorted(by_sector, key=lambda s: (-len(by_sector[s]), -max(by_sector[s]), s))[:8]

    def period(year: int) -> int:
        return sum(year >= start for start in (0, 2000, 2010, 2020))

    totals = Counter(period(year) for _, year in dated)
    counts = Counter((sector if sector in leading else "other", period(year)) for sector, year in dated)
    found = served.ask("market/arrivals", market=market)
    assert dict(zip(zip(found["sector_id"], found["period"], strict=True), found["arrivals"], strict=True)) == counts
    for _, row in found.iterrows():
        assert row["period_total"] == totals[row["period"]]
        assert row["share"] == pytest.approx(row["arrivals"] / totals[row["period"]])
        if row["sector_id"] != "other":
            assert row["mean_year"] == pytest.approx(mean(by_sector[row["sector_id"]]))
        assert (row["dated"], row["listed"]) == (len(dated), len(rows))
    assert (
        found["mean_year"].dropna().is_monotonic_increasing
        and found["mean_year"].isna().sum() == (found["sector_id"] == "other").sum()
    )


@every_market
def test_milestones(served: Warehouse, facts: Facts, market: str) -> None:
    lanes = {"settlement": 1, "startup-landing": 1, "expansion": 2, "hq-upgrade": 2, "relocation": 3}
    lanes |= {"rnd-centre": 4, "partnership": 5, "acquisition": 5, "renaming": 5, "downsizing": 6, "closure": 6}
    found = served.ask("market/milestones", market=market)
    expected = {row["milestone_id"]: row for row in happened(facts, market)}
    assert set(found["milestone_id"]) == set(expected) and len(found) == len(expected)
    crowds = Counter((lanes[row["kind"]], int(row["year"])) for row in expected.values())
    for _, row in found.iterrows():
        assert row["lane"] == lanes[expected[row["milestone_id"]]["kind"]]
        assert row["crowd"] == crowds[row["lane"], row["year"]]
    for (lane, year), rows in found.groupby(["lane", "year"]):
        assert sorted(rows["number"]) == list(range(1, crowds[lane, year] + 1))
    months = list(zip(found["year"], found["month"].fillna(0), strict=True))
    assert months == sorted(months, reverse=True)


@every_market
def test_sites(served: Warehouse, facts: Facts, market: str) -> None:
    rows = listed(facts, market, present=True)
    places = {row["place"]: row for row in facts["places"]}
    codes = {row["postcode"]: row for row in facts["postcodes"]}
    spots: Counter[tuple[str, float, float]] = Counter()
    for row in rows:
        if place := codes.get(row["postcode"]) or places.get(row["city"]):
            spots[row["city"], float(place["lat"]), float(place["lon"])] += 1
    spots = Counter({spot: n for spot, n in spots.items() if spot[0] in places})
    found = served.ask("market/sites", market=market)
    shown = {(row["city"], row["lat"], row["lon"]): row["companies"] for _, row in found.iterrows()}
    assert shown == dict(spots)
    towns = Counter(row["city"] for row in rows)
    assert dict(zip(found["city"], found["town_companies"], strict=True)) == {c: towns[c] for c in found["city"]}
    if len(found):
        assert (found["located"] == spots.total()).all() and (found["listed"] == len(rows)).all()
        assert found["town_companies"].is_monotonic_decreasing


@every_market
@pytest.mark.parametrize("table", ["institutions", "signals"])
def test_institutions_and_signals(served: Warehouse, facts: Facts, market: str, table: str) -> None:
    found = served.ask(f"market/{table}", market=market)
    expected = [row for row in facts[table] if row["market"] == market]
    key = "institution_id" if table == "institutions" else "signal_id"
    assert sorted(found[key]) == sorted(row[key] for row in expected)
    assert dict(zip(found[key], found["source_id"], strict=True)) == {row[key]: row["source_id"] for row in expected}
    if table == "signals":
        assert found["year"].is_monotonic_decreasing


@every_market
@pytest.mark.parametrize("today", [date(2014, 6, 30), date(2025, 2, 12), date(2026, 11, 23)])
def test_events(served: Warehouse, facts: Facts, market: str, today: date) -> None:
    found: list[dict[Any, Any]] = served.ask("market/events", market=market, today=today.isoformat()).to_dict("records")
    expected = {
        row["event_id"]: last_day(row) >= today
        for row in facts["events"]
        if row["market"] == market or (row["market"] == "all" and last_day(row) >= today)
    }
    assert {row["event_id"]: row["coming"] for row in found} == expected
    for_all = {row["event_id"] for row in facts["events"] if row["market"] == "all"}
    assert {row["event_id"] for row in found if row["for_all"]} == for_all & set(expected)
    days = {row["event_id"]: reach(row)[1] for row in facts["events"]}
    coming = [days[row["event_id"]] for row in found if row["coming"]]
    assert coming == sorted(coming)
    assert [row["coming"] for row in found] == sorted((row["coming"] for row in found), reverse=True)
    past = [row["year"] for row in found if not row["coming"]]
    assert past == sorted(past, reverse=True)


def test_a_count_of_a_smaller_region_that_is_higher_is_explained(served: Warehouse, facts: Facts) -> None:
    """Recomputed: the newest value of every count that may speak for the market, region inside region."""
    kinds = {row["indicator_id"] for row in facts["indicator_types"] if row["subject"] == "companies" and row["rank"]}
    whole = {row["region"]: row["within"] for row in facts["regions"]}
    for market in ("JP", "CN", "KR", "US"):
        newest: dict[tuple[str, str], dict[str, str]] = {}
        for row in sorted(facts["indicators"], key=lambda row: int(row["year"])):
            if row["market"] == market and row["indicator_id"] in kinds and row["preferred"] == "true":
                newest[row["indicator_id"], row["region"]] = row
        expected = set()
        for (one, small), row in newest.items():
            around = whole[small]
            while around:
                for (other, large), beside in newest.items():
                    near = abs(int(row["year"]) - int(beside["year"])) <= 1
                    if large == around and near and float(row["value"]) > float(beside["value"]):
                        expected.add((one, small, other, large))
                around = whole[around]
        found = served.ask("market/larger_inside", market=market)
        told = found[["indicator_id", "region", "other_indicator_id", "other_region"]]
        assert set(told.itertuples(index=False, name=None)) == expected, market
    assert expected, "the USA have one"
