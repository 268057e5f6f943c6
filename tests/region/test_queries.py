"""The region page's questions, recomputed in plain Python from the CSVs."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.arrivals import arrival
from tests.queries.present import forgotten, last_heard
from tests.queries.whole import Row, answered, by_key, known, numbers

Facts = dict[str, Rows]
CHOICES: list[dict[str, Any]] = [
    {"markets": [], "sectors": [], "roles": []},
    {"markets": ["JP"], "sectors": [], "roles": []},
    {"markets": ["US", "CN"], "sectors": ["it-software", "machinery-automation"], "roles": []},
    {"markets": [], "sectors": [], "roles": ["production"]},
    {"markets": ["SY"], "sectors": [], "roles": ["rnd"]},
]
YEARS = [None, 1985, 2005, 2012, 2025]


@dataclass(frozen=True)
class Stay:
    company: str
    town: str
    since: int | None
    until: int | None

    def at(self, year: int | None) -> bool:
        if year is None:
            return self.until is None
        return self.since is not None and self.since <= year and (self.until is None or self.until > year)


def moved(facts: Facts) -> Rows:
    """Relocations from town to town; an origin that is not told is where the one before led."""
    found, last = [], dict[str, str]()
    told = [row for row in facts["milestones"] if row["kind"] == "relocation" and row["to_city"]]
    for row in sorted(told, key=lambda row: (int(row["year"]), int(row["month"] or 99), row["milestone_id"])):
        origin = row["from_city"] or last.get(row["company_id"], "")
        if origin and origin != row["to_city"]:
            found.append({**row, "from_city": origin})
        last[row["company_id"]] = row["to_city"]
    return found


def stays(facts: Facts) -> list[Stay]:
    """Each company's towns one after the other."""
    german = {row["place"] for row in facts["places"] if row["country"] == "DE"}
    own, moves, found = defaultdict(list), defaultdict(list), []
    stale, last = forgotten(facts), last_heard(facts)
    for row in facts["milestones"]:
        own[row["company_id"]].append(row)
    for row in moved(facts):
        if row["scope"] != "part":
            moves[row["company_id"]].append(row)
    for company in facts["companies"]:
        key = company["company_id"]
        closed = [int(row["year"]) for row in own[key] if row["kind"] == "closure"]
        if moves[key] and moves[key][-1]["from_city"] == company["city"] and not closed:
            closed = [int(moves[key][-1]["year"])]
        if company["status"] == "announced" or (company["status"] == "left" and not closed):
            continue
        gone = max(closed) if company["status"] == "left" else last[key] + 1 if key in stale else None
        came = arrival(company, own[key])
        years = [int(row["year"]) for row in moves[key]]
        if not years:
            found.append(Stay(key, company["city"], came, gone))
            continue
        found.append(Stay(key, moves[key][0]["from_city"], came if came and came < years[0] else None, years[0]))
        for row, until in zip(moves[key], [*years[1:], gone], strict=True):
            if gone is not None and gone <= int(row["year"]):
                continue
            found.append(Stay(key, row["to_city"], int(row["year"]), until))
    return [stay for stay in found if stay.town in german]


def fits(company: dict[str, str], choice: dict[str, Any]) -> bool:
    columns = {"markets": "market", "sectors": "sector_id", "roles": "role"}
    return all(not choice[key] or company[column] in choice[key] for key, column in columns.items())


def chosen(facts: Facts, choice: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {row["company_id"]: row for row in facts["companies"] if fits(row, choice)}


def spots(facts: Facts, present: list[Stay]) -> list[Row]:
    """Each stay on the map, crowds first: in today's town at the postcode's centre, in another at the town's."""
    companies = by_key(facts["companies"], "company_id")
    places, codes = by_key(facts["places"], "place"), by_key(facts["postcodes"], "postcode")
    found: list[Row] = []
    for stay in present:
        company, town = companies[stay.company], places[stay.town]
        spot = codes.get(company["postcode"], town) if stay.town == company["city"] else town
        told = known(company, "company_id", "name", "market", "source_id") | numbers(spot, "lat", "lon")
        found.append(told | {"town": stay.town, "since": stay.since})
    crowds = Counter((row["lat"], row["lon"]) for row in found)
    found = [row | {"crowd": crowds[row["lat"], row["lon"]]} for row in found]
    return sorted(found, key=lambda row: (-row["crowd"], row["lat"], row["lon"], row["company_id"]))


@pytest.fixture(params=range(len(CHOICES)))
def choice(request: pytest.FixtureRequest) -> dict[str, Any]:
    return CHOICES[request.param]


@pytest.mark.parametrize("year", YEARS)
def test_towns_sites_and_coverage(served: Warehouse, facts: Facts, choice: dict[str, Any], year: int | None) -> None:
    companies = chosen(facts, choice)
    every = [stay for stay in stays(facts) if stay.company in companies]
    present = [stay for stay in every if stay.at(year)]
    towns = served.ask("region/towns", year=year, **choice)
    assert dict(zip(towns["town"], towns["companies"], strict=True)) == Counter(stay.town for stay in present)
    assert answered(served.ask("region/sites", year=year, **choice)) == spots(facts, present)
    cover = served.ask("region/coverage", year=year, **choice).iloc[0]
    assert (cover["listed"], cover["shown"]) == (len(companies), len(present))
    open_beginning = [stay for stay in every if stay.since is None]
    assert cover["undated"] == sum(stay.until is None or (year or 9999) < stay.until for stay in open_beginning)
    assert cover["elsewhen"] == cover["listed"] - cover["announced"] - cover["nowhere"] - cover["shown"] - (
        cover["undated"] if year else 0
    )
    announced = sum(company["status"] == "announced" for company in companies.values())
    assert cover["announced"] == announced
    assert cover["nowhere"] == len(companies) - announced - len({stay.company for stay in every})


def test_some_place_is_crowded(served: Warehouse) -> None:
    sites = served.ask("region/sites", year=None, **CHOICES[0])
    assert sites["crowd"].max() > 20, "else spreading the dots is not tried"


@pytest.mark.parametrize("year", [None, 2010, 2016])
def test_moves_and_balance(served: Warehouse, facts: Facts, choice: dict[str, Any], year: int | None) -> None:
    companies = chosen(facts, choice)
    places = {row["place"]: row for row in facts["places"]}
    expected = [
        row for row in moved(facts) if row["company_id"] in companies and (year is None or int(row["year"]) <= year)
    ]
    moves = served.ask("region/moves", year=year, origins=[], targets=[], **choice)
    near = {
        row["milestone_id"] for row in expected if places[row["from_city"]]["area"] or places[row["to_city"]]["area"]
    }
    assert set(moves["milestone_id"]) == near
    assert list(moves["year"]) == sorted(moves["year"], reverse=True)
    assert not moves.duplicated(["from_city", "to_city", "lane"]).any()
    check_balance(served.ask("region/balance", year=year, **choice), expected, places)


@pytest.mark.parametrize(
    ("origins", "targets"),
    [(["Ratingen"], ["Düsseldorf"]), (["Düsseldorf"], []), ([], ["Krefeld"]), (["Ratingen", "Köln"], []), ([], [])],
)
def test_who_moved_from_where_to_where(served: Warehouse, facts: Facts, origins: list[str], targets: list[str]) -> None:
    found = served.ask("region/moves", year=None, origins=origins, targets=targets, **CHOICES[0])
    near = {row["place"] for row in facts["places"] if row["area"]}
    expected = [
        row
        for row in moved(facts)
        if {row["from_city"], row["to_city"]} & near
        and (not origins or row["from_city"] in origins)
        and (not targets or row["to_city"] in targets)
    ]
    assert set(found["milestone_id"]) == {row["milestone_id"] for row in expected} != set()
    known = [int(row["jobs"]) for row in expected if row["jobs"]]
    jobs = found["jobs"]
    assert (len(jobs), jobs.sum(), jobs.isna().sum()) == (len(expected), sum(known), len(expected) - len(known))


def check_balance(found: pd.DataFrame, moves: Rows, places: dict[str, dict[str, str]]) -> None:
    came, left = Counter(row["to_city"] for row in moves), Counter(row["from_city"] for row in moves)
    assert set(found["town"]) == {town for town in came | left if places[town]["area"]}
    for _, row in found.iterrows():
        town = row["town"]
        assert (row["arrivals"], row["departures"], row["net"]) == (came[town], left[town], came[town] - left[town])


def test_moves_within_a_town_are_no_gain(served: Warehouse, facts: Facts) -> None:
    within = [r for r in facts["milestones"] if r["kind"] == "relocation" and r["from_city"] == r["to_city"] != ""]
    assert within
    found = served.ask("region/moves", year=None, origins=[], targets=[], **CHOICES[0])
    assert not set(found["milestone_id"]) & {row["milestone_id"] for row in within}


def test_years(served: Warehouse, facts: Facts) -> None:
    years = sorted(stay.since for stay in stays(facts) if stay.since is not None)
    row = served.ask("region/years", today="2026-03-01").iloc[0]
    assert row["last_year"] == 2026
    assert (
        sum(year < row["first_year"] for year in years)
        <= 0.05 * len(years)
        <= sum(y <= row["first_year"] for y in years)
    )
