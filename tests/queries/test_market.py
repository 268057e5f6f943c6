"""The market page's questions, recomputed in plain Python from the CSVs, for markets with many facts and with few."""

import calendar
from collections import Counter, defaultdict
from datetime import date
from statistics import mean, median
from typing import Any

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.test_companies import arrival

Facts = dict[str, Rows]
MARKETS = ["JP", "CN", "IN", "KR", "US", "NL", "NO", "TW", "PL", "AU", "SY"]
REGIONS = ["DUS", "DUS-REGION", "IHK-DUS", "NRW", "DE"]
every_market = pytest.mark.parametrize("market", MARKETS)


def year_of(text: str) -> int | None:
    return int(text) if text else None


def types(facts: Facts) -> dict[str, dict[str, str]]:
    return {row["indicator_id"]: row for row in facts["indicator_types"]}


def series_of(facts: Facts, market: str, groups: set[str], units: set[str]) -> dict[tuple[str, str], dict[int, float]]:
    """(indicator, region) -> year -> preferred value."""
    found: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    for row in facts["indicators"]:
        kind = types(facts)[row["indicator_id"]]
        if (
            row["market"] == market
            and row["preferred"] == "true"
            and kind["group_id"] in groups
            and kind["unit"] in units
        ):
            found[row["indicator_id"], row["region"]][int(row["year"])] = float(row["value"])
    return dict(found)


def listed(facts: Facts, market: str, *, present: bool) -> Rows:
    rows = [row for row in facts["companies"] if row["market"] == market]
    return [row for row in rows if row["status"] != "left"] if present else rows


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
    counts = Counter(row["market"] for row in facts["companies"] if row["status"] != "left")
    assert list(found["companies"]) == [counts[market] for market in found["market"]]
    order = [(not core, -count) for core, count in zip(found["core"], found["companies"], strict=True)]
    assert order == sorted(order)


@every_market
def test_desk(served: Warehouse, facts: Facts, market: str) -> None:
    row = served.ask("market/desk", market=market).iloc[0]
    own = next(m for m in facts["markets"] if m["market"] == market)
    desk = next((d for d in facts["desks"] if d["desk_id"] == own["desk_id"]), None)
    assert row["name_de"] == own["name_de"]
    if desk is None:
        assert pd.isna(row["desk_id"]) and pd.isna(row["focus_de"])
    else:
        assert row["focus_de"] == desk["focus_de"]
        source = next(s for s in facts["sources"] if s["source_id"] == desk["source_id"])
        assert row["source_url"] == source["url"]


@every_market
def test_key_figures_are_newest_values_of_their_series(served: Warehouse, facts: Facts, market: str) -> None:
    found = served.ask("market/key_figures", market=market)
    assert len(found) <= 5
    assert found["slot"].is_monotonic_increasing and found["slot"].is_unique
    groups = {1: "companies", 3: "people", 4: "investment", 5: "talent", 6: "trade"}
    for _, row in found.iterrows():
        if row["slot"] == 2:
            assert row["value"] == len(listed(facts, market, present=True))
            continue
        kind = types(facts)[row["indicator_id"]]
        assert kind["group_id"] == groups[row["slot"]]
        points = series_of(facts, market, {kind["group_id"]}, {kind["unit"]})[row["indicator_id"], row["region"]]
        years = sorted(points)
        assert (row["year"], row["value"]) == (years[-1], points[years[-1]])
        if len(years) > 1:
            assert row["change"] == pytest.approx(points[years[-1]] / points[years[-2]] - 1)
            assert row["previous_year"] == years[-2]


def test_key_figures_prefer_the_city_and_fill_five(served: Warehouse) -> None:
    for market in ("JP", "CN", "IN", "US"):
        found = served.ask("market/key_figures", market=market).set_index("slot")
        assert len(found) == 5
        assert found.loc[1, "region"] == "DUS"
        assert 2 in found.index


@every_market
def test_company_counts(served: Warehouse, facts: Facts, market: str) -> None:
    found = served.ask("market/company_counts", market=market)
    expected = series_of(facts, market, {"companies"}, {"count"})
    shown = {
        key: dict(zip(rows["year"], rows["value"], strict=True))
        for key, rows in found.groupby(["indicator_id", "region"])
    }
    assert shown == expected
    if not expected:
        return
    alive = max(max(points) for points in expected.values()) - 5
    order = sorted(
        expected,
        key=lambda key: (max(expected[key]) < alive, REGIONS.index(key[1]), -len(expected[key]), key[0]),
    )
    positions = found.drop_duplicates("position")
    assert list(zip(positions["indicator_id"], positions["region"], strict=True)) == order
    assert list(positions["points"]) == [len(expected[key]) for key in order]


@every_market
def test_coverage_compares_like_with_like(served: Warehouse, facts: Facts, market: str) -> None:
    found = served.ask("market/coverage", market=market)
    comparable = {"companies-china-competence-centre", "companies-city-count", "companies-commercial-register"}
    published = {
        key: points
        for key, points in series_of(facts, market, {"companies"}, {"count"}).items()
        if key[0] in comparable and key[1] in ("DUS", "IHK-DUS")
    }
    assert set(found["region"]) == {region for _, region in published}
    district = {place["place"] for place in facts["places"] if place["ags"].startswith("05158")}
    for _, row in found.iterrows():
        newest = max(max(points) for (_, region), points in published.items() if region == row["region"])
        points = published[row["indicator_id"], row["region"]]
        assert (row["year"], row["value"]) == (newest, points[newest])
        wide = market == "CN" and row["indicator_id"] != "companies-city-count"
        assert row["greater_china"] == wide
        towns = {"Düsseldorf"} | (district if row["region"] == "IHK-DUS" else set())
        sites = [
            company
            for own in (["CN", "HK", "TW"] if wide else [market])
            for company in listed(facts, own, present=True)
            if company["city"] in towns
        ]
        assert row["listed"] == len(sites)
        assert row["share"] == pytest.approx(len(sites) / row["value"])


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
    everywhere = Counter(row["sector_id"] for row in facts["companies"] if row["status"] != "left")
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
    counts = Counter((sector, period(year)) for sector in leading for year in by_sector[sector])
    found = served.ask("market/arrivals", market=market)
    assert dict(zip(zip(found["sector_id"], found["period"], strict=True), found["arrivals"], strict=True)) == counts
    for _, row in found.iterrows():
        assert row["period_total"] == totals[row["period"]]
        assert row["share"] == pytest.approx(row["arrivals"] / totals[row["period"]])
        assert row["mean_year"] == pytest.approx(mean(by_sector[row["sector_id"]]))
        assert (row["dated"], row["listed"]) == (len(dated), len(rows))
    assert found["mean_year"].is_monotonic_increasing


@every_market
def test_milestones(served: Warehouse, facts: Facts, market: str) -> None:
    lanes = {"settlement": 1, "startup-landing": 1, "expansion": 2, "hq-upgrade": 2, "relocation": 3}
    lanes |= {"rnd-centre": 4, "partnership": 5, "downsizing": 6, "closure": 6}
    found = served.ask("market/milestones", market=market)
    expected = {row["milestone_id"]: row for row in happened(facts, market)}
    assert set(found["milestone_id"]) == set(expected) and len(found) == len(expected)
    crowds = Counter((lanes[row["kind"]], int(row["year"])) for row in expected.values())
    for _, row in found.iterrows():
        assert row["lane"] == lanes[expected[row["milestone_id"]]["kind"]]
        assert row["crowd"] == crowds[row["lane"], row["year"]]
    for (lane, year), rows in found.groupby(["lane", "year"]):
        assert sorted(rows["place"]) == list(range(1, crowds[lane, year] + 1))
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
def test_home_cities(served: Warehouse, facts: Facts, market: str) -> None:
    rows = listed(facts, market, present=True)
    found = served.ask("market/home_cities", market=market)
    expected = Counter(row["parent_city"] for row in rows if row["parent_city"])
    assert dict(zip(found["parent_city"], found["companies"], strict=True)) == dict(expected)
    if len(found):
        assert (found["known"] == expected.total()).all() and (found["listed"] == len(rows)).all()


@every_market
@pytest.mark.parametrize("groups", [("people", "talent"), ("trade", "investment", "jobs")])
def test_series(served: Warehouse, facts: Facts, market: str, groups: tuple[str, ...]) -> None:
    found = served.ask("market/series", market=market, groups=groups)
    expected = series_of(facts, market, set(groups), {"count", "eur-m"})
    shown = {
        key: dict(zip(rows["year"], rows["value"], strict=True))
        for key, rows in found.groupby(["indicator_id", "region"])
    }
    assert shown == expected
    for key, rows in found.groupby(["indicator_id", "region"]):
        points = expected[key]  # type: ignore[index]
        assert set(rows["drawable"]) == {len(points) > 1 and min(points.values()) >= 0}
        assert list(rows["is_latest"]) == [year == max(points) for year in rows["year"]]
        assert set(rows["points"]) == {len(points)}
    if expected:
        alive = max(max(points) for points in expected.values()) - 8
        first = found.drop_duplicates("position")
        living = [max(expected[key]) >= alive for key in zip(first["indicator_id"], first["region"], strict=True)]
        assert living == sorted(living, reverse=True)


@every_market
@pytest.mark.parametrize("table", ["institutions", "signals"])
def test_institutions_and_signals(served: Warehouse, facts: Facts, market: str, table: str) -> None:
    found = served.ask(f"market/{table}", market=market)
    expected = [row for row in facts[table] if row["market"] == market]
    key = "institution_id" if table == "institutions" else "signal_id"
    assert sorted(found[key]) == sorted(row[key] for row in expected)
    urls = {row["source_id"]: row["url"] for row in facts["sources"]}
    assert all(row["url"] == urls[row["source_id"]] for row in found.to_dict("records") if row["url"])
    if table == "signals":
        assert found["year"].is_monotonic_decreasing


def last_day(row: dict[str, str]) -> date:
    year, month = int(row["year"]), int(row["month"] or 12)
    return date(year, month, int(row["day"] or calendar.monthrange(year, month)[1]))


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
    days = {row["event_id"]: last_day(row) for row in facts["events"]}
    coming = [days[row["event_id"]] for row in found if row["coming"]]
    assert coming == sorted(coming)
    assert [row["coming"] for row in found] == sorted((row["coming"] for row in found), reverse=True)
    past = [row["year"] for row in found if not row["coming"]]
    assert past == sorted(past, reverse=True)
