"""The market page's published figures, every row and its place recomputed in plain Python from the CSVs."""

from collections import defaultdict

import pytest

from tests.conftest import Rows
from tests.market.test_queries import MARKETS, listed
from tests.queries.ranked import WINDOW, best, distances, in_role, ranked
from tests.queries.whole import Row, answered, by_key, known, sources
from tests.worlds import World

Facts = dict[str, Rows]
Points = dict[int, dict[str, str]]  # year -> row
Series = dict[tuple[str, str], Points]  # indicator, region
COVERED = {"region", "indicator_id", "value", "qualifier", "year", "source_id"}
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


def point(row: dict[str, str]) -> Row:
    """What every figure tells of one published value."""
    told = known(row, "indicator_id", "region", "source_id")
    return told | {"year": int(row["year"]), "value": float(row["value"]), "qualifier": row["qualifier"] or "exact"}


def every_source(facts: Facts, point: dict[str, str]) -> list[str]:
    """Of all rows of a point, also those of another source than the preferred one."""
    key = ("indicator_id", "market", "region", "year")
    return sources(row for row in facts["indicators"] if all(row[column] == point[column] for column in key))


def key_figure(facts: Facts, key: tuple[str, str, str]) -> Row:
    """The newest value of a series."""
    unit = by_key(facts["indicator_types"], "indicator_id")[key[0]]["unit"]
    rows = [row for row in facts["indicators"] if (row["indicator_id"], row["market"], row["region"]) == key]
    points = {int(row["year"]): row for row in rows if row["preferred"] == "true"}
    last, *before = sorted(points, reverse=True)
    found = {"unit": unit} | point(points[last])
    found |= known(by_key(facts["sources"], "source_id")[found["source_id"]], "publisher")
    old = point(points[before[0]]) if before else {"value": 0}
    change = found["value"] / old["value"] - 1 if old["value"] > 0 else None
    return found | {
        "is_old": found["year"] < newest_year(facts) - 3,
        "previous_year": old.get("year"),
        "previous_qualifier": old.get("qualifier"),
        "change": change,
    }


def newest_year(facts: Facts) -> int:
    """The year of the newest source."""
    return max(int(row["published"][:4]) for row in facts["sources"] if len(row["published"]) >= 7)


def test_key_figures_of_every_market(world: World) -> None:
    slots = {row["subject"]: int(row["position"]) for row in world.facts["subjects"] if row["position"]}
    speaking = best(world.facts)
    for market in [row["market"] for row in world.facts["markets"]]:
        own_series = {slots[s]: key for (m, s), key in speaking.items() if m == market and s in slots}
        expected = {slot: {"slot": slot} | key_figure(world.facts, key) for slot, key in own_series.items()}
        if own := len(listed(world.facts, market, present=True)):
            columns = (
                "indicator_id",
                "region",
                "year",
                "previous_year",
                "previous_qualifier",
                "change",
                "source_id",
                "publisher",
            )
            told = {"slot": slots["list"], "unit": "count", "value": own, "qualifier": "exact", "is_old": False}
            expected[slots["list"]] = dict.fromkeys(columns) | told
        chosen = sorted(expected.values(), key=lambda row: (row["is_old"], row["slot"]))[:5]
        first_five = sorted(chosen, key=lambda row: row["slot"])
        assert answered(world.house.ask("market/key_figures", market=market)) == first_five, market


@every_market
def test_company_counts(world: World, market: str) -> None:
    every, distance = series_of(world.facts, market, {"companies"}, {"count"}), distances(world.facts)
    order = [(indicator, region) for indicator, _, region in ranked(world.facts).get((market, "companies"), [])]
    assert answered(world.house.ask("market/company_counts", market=market)) == [
        {"position": position, "distance": distance[key[1]]}
        | point(row)
        | {"source_ids": every_source(world.facts, row)}
        for position, key in enumerate(order, 1)
        for _, row in sorted(every[key].items())
    ]


@every_market
@pytest.mark.parametrize("groups", [("people", "talent"), ("trade", "investment", "jobs")], ids=str)
def test_series(world: World, market: str, groups: tuple[str, ...]) -> None:
    kinds = by_key(world.facts["indicator_types"], "indicator_id")
    every = series_of(world.facts, market, set(groups), {"count", "eur-m"})
    alive = max((max(points) for points in every.values()), default=0) - WINDOW
    distance = distances(world.facts)

    def place(key: tuple[str, str]) -> tuple[bool, int, int, int, str]:
        newest = max(every[key])
        return newest < alive, -len(every[key]), -newest, distance[key[1]], key[0]

    def drawable(points: Points) -> bool:
        return len(points) > 1 and min(float(row["value"]) for row in points.values()) >= 0

    assert answered(world.house.ask("market/series", market=market, groups=groups)) == [
        {"position": position, "drawable": drawable(every[key])}
        | known(kinds[key[0]], "group_id", "unit")
        | point(row)
        | {"is_latest": year == max(every[key]), "source_ids": every_source(world.facts, row)}
        for position, key in enumerate(sorted(every, key=place), 1)
        for year, row in sorted(every[key].items())
    ]


def covered(facts: Facts, market: str, region: dict[str, str]) -> Row | None:
    """The first comparable published count of a region beside the sites in our list, those counted with it too."""
    comparable = [indicator for indicator, _ in in_role(facts, "coverage")]
    keys = ranked(facts).get((market, "companies"), [])
    published = [key for key in keys if key[0] in comparable and key[2] == region["region"]]
    if not published:
        return None
    indicator, _, _ = published[0]
    counted = [(row["indicator_id"], row["market"], row["also"]) for row in facts["counted_with"]]
    also = sorted(other for kind, own_market, other in counted if (kind, own_market) == (indicator, market))
    towns = {place["place"] for place in facts["places"] if place["area"].startswith(tuple(region["areas"].split()))}
    own = sum(row["city"] in towns for each in [market, *also] for row in listed(facts, each, present=True))
    found = {name: value for name, value in key_figure(facts, published[0]).items() if name in COVERED}
    return found | {"counted_with": also or None, "listed": own, "share": own / found["value"]}


@every_market
def test_coverage_compares_like_with_like(world: World, market: str) -> None:
    known_towns = sorted((row for row in world.facts["regions"] if row["areas"]), key=lambda row: row["region"])
    expected = [row for region in known_towns if (row := covered(world.facts, market, region))]
    assert answered(world.house.ask("market/coverage", market=market)) == expected
