"""The market page's published figures, every row and its place recomputed in plain Python from the CSVs."""

from collections import defaultdict

import pytest

from tests.conftest import Rows
from tests.queries.conftest import World
from tests.queries.test_market import MARKETS, listed
from tests.queries.whole import Row, answered, by_key, known, sources

Facts = dict[str, Rows]
Points = dict[int, dict[str, str]]  # year -> row
Series = dict[tuple[str, str], Points]  # indicator, region
REGIONS = ["DUS", "DUS-REGION", "IHK-DUS", "NRW", "DE"]
# What the page understands by companies, residents, investment, talent and trade: of each the better definition first.
SUBJECTS = {
    1: ["companies-china-competence-centre", "companies-city-count", "companies-commercial-register",
        "companies-register-and-traders", "companies-state-agency", "companies-nrw-earlier-count",
        "companies-consulate-survey", "companies-small-traders"],
    3: ["residents-nationals", "residents-city-register", "residents-quoted", "residents-state-government",
        "residents-consulate"],
    4: ["fdi-projects-state-agency-greater-china", "fdi-projects-state-agency", "fdi-projects-gtai"],
    5: ["students-nationality", "students-international", "blue-cards-issued", "students-state-government"],
    6: ["trade-volume-eur-m", "trade-imports-eur-m", "trade-exports-eur-m"],
}  # fmt: skip
COMPARABLE = ("companies-china-competence-centre", "companies-city-count", "companies-commercial-register")
every_market = pytest.mark.parametrize("market", MARKETS)


def series_of(facts: Facts, market: str, groups: set[str], units: set[str]) -> Series:
    """The preferred rows of every series of the market in these groups and units."""
    kinds = by_key(facts["indicator_types"], "indicator_id")
    found: Series = defaultdict(dict)
    for row in facts["indicators"]:
        kind = kinds[row["indicator_id"]]
        fits = kind["group_id"] in groups and kind["unit"] in units
        if row["market"] == market and row["preferred"] == "true" and fits:
            found[row["indicator_id"], row["region"]][int(row["year"])] = row
    return dict(found)


def point(facts: Facts, row: dict[str, str]) -> Row:
    """What every figure tells of one published value."""
    source = by_key(facts["sources"], "source_id")[row["source_id"]]
    told = known(row, "indicator_id", "region", "source_id") | known(source, "publisher", "url")
    return told | {"year": int(row["year"]), "value": float(row["value"]), "qualifier": row["qualifier"] or "exact"}


def every_source(facts: Facts, point: dict[str, str]) -> list[str]:
    """Of all rows of a point, also those of another source than the preferred one."""
    key = ("indicator_id", "market", "region", "year")
    return sources(row for row in facts["indicators"] if all(row[column] == point[column] for column in key))


def key_figure(facts: Facts, slot: int, market: str) -> Row | None:
    """The best newest value of a subject."""
    kinds = by_key(facts["indicator_types"], "indicator_id")
    wanted = SUBJECTS[slot]
    groups, units = ({kinds[indicator][column] for indicator in wanted} for column in ("group_id", "unit"))
    every = {key: points for key, points in series_of(facts, market, groups, units).items() if key[0] in wanted}
    if not every:
        return None
    newest = max(max(points) for points in every.values())
    fresh = [key for key, points in every.items() if max(points) >= newest - 4]
    indicator, region = min(fresh, key=lambda key: (REGIONS.index(key[1]), wanted.index(key[0])))
    points = every[indicator, region]
    last, *before = sorted(points, reverse=True)
    found = {"slot": slot, "unit": kinds[indicator]["unit"]} | point(facts, points[last])
    source = by_key(facts["sources"], "source_id")[found["source_id"]]
    found |= {"source_title": source["title"], "source_url": found.pop("url")}
    old = point(facts, points[before[0]]) if before else {"value": 0}
    change = found["value"] / old["value"] - 1 if old["value"] > 0 else None
    return found | {
        "previous_year": old.get("year"),
        "previous_qualifier": old.get("qualifier"),
        "change": change,
    }


def test_key_figures_of_every_market(world: World) -> None:
    markets = [row["market"] for row in world.facts["markets"] if row["market"] not in ("all", "DE")]
    for market in markets:
        expected = {slot: figure for slot in SUBJECTS if (figure := key_figure(world.facts, slot, market))}
        if own := len(listed(world.facts, market, present=True)):
            columns = ("indicator_id", "region", "year", "previous_year", "previous_qualifier", "change", "source_id",
                       "source_title", "publisher", "source_url")  # fmt: skip
            expected[2] = dict.fromkeys(columns) | {"slot": 2, "unit": "count", "value": own, "qualifier": "exact"}
        first_five = [expected[slot] for slot in sorted(expected)][:5]
        assert answered(world.house.ask("market/key_figures", market=market)) == first_five, market


@every_market
def test_company_counts(world: World, market: str) -> None:
    kinds = by_key(world.facts["indicator_types"], "indicator_id")
    every = series_of(world.facts, market, {"companies"}, {"count"})
    alive = max((max(points) for points in every.values()), default=0) - 5

    def place(key: tuple[str, str]) -> tuple[bool, int, int, str]:
        return max(every[key]) < alive, REGIONS.index(key[1]), -len(every[key]), key[0]

    assert answered(world.house.ask("market/company_counts", market=market)) == [
        {"position": position, "points": len(every[key]), "last_year": max(every[key])}
        | known(kinds[key[0]], "name_en", "name_de", "definition_en", "definition_de")
        | point(world.facts, row)
        | {"source_ids": every_source(world.facts, row)}
        for position, key in enumerate(sorted(every, key=place), 1)
        for _, row in sorted(every[key].items())
    ]


@every_market
@pytest.mark.parametrize("groups", [("people", "talent"), ("trade", "investment", "jobs")], ids=str)
def test_series(world: World, market: str, groups: tuple[str, ...]) -> None:
    kinds = by_key(world.facts["indicator_types"], "indicator_id")
    every = series_of(world.facts, market, set(groups), {"count", "eur-m"})
    alive = max((max(points) for points in every.values()), default=0) - 8

    def place(key: tuple[str, str]) -> tuple[bool, int, int, int, str]:
        newest = max(every[key])
        return newest < alive, -len(every[key]), -newest, REGIONS.index(key[1]), key[0]

    def drawable(points: Points) -> bool:
        return len(points) > 1 and min(float(row["value"]) for row in points.values()) >= 0

    assert answered(world.house.ask("market/series", market=market, groups=groups)) == [
        {"position": position, "points": len(every[key]), "drawable": drawable(every[key])}
        | known(kinds[key[0]], "group_id", "unit", "name_en", "name_de")
        | point(world.facts, row)
        | {"is_latest": year == max(every[key]), "source_ids": every_source(world.facts, row)}
        for position, key in enumerate(sorted(every, key=place), 1)
        for year, row in sorted(every[key].items())
    ]


def covered(facts: Facts, market: str, region: str) -> Row | None:
    """The published count of a region, of two equally new ones that with more points, beside the sites in our list."""
    every = series_of(facts, market, {"companies"}, {"count"})
    published = {indicator: every[indicator, region] for indicator in COMPARABLE if (indicator, region) in every}
    if not published:
        return None
    indicator = min(published, key=lambda key: (-max(published[key]), -len(published[key]), key))
    wide = market == "CN" and indicator != "companies-city-count"
    district = {place["place"] for place in facts["places"] if place["ags"].startswith("05158")}
    towns = {"Düsseldorf"} | (district if region == "IHK-DUS" else set())
    markets = ["CN", "HK", "TW"] if wide else [market]
    own = sum(row["city"] in towns for each in markets for row in listed(facts, each, present=True))
    found = point(facts, published[indicator][max(published[indicator])])
    found["source_url"] = found.pop("url")
    return found | {"greater_china": wide, "listed": own, "share": own / found["value"]}


@every_market
def test_coverage_compares_like_with_like(world: World, market: str) -> None:
    expected = [row for region in ("DUS", "IHK-DUS") if (row := covered(world.facts, market, region))]
    assert answered(world.house.ask("market/coverage", market=market)) == expected
