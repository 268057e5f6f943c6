"""Which figures the Compare page offers, lays side by side and indexes, recomputed in plain Python from the CSVs."""

from collections import Counter, defaultdict
from typing import Any

import pytest

from dashboard.warehouse import Warehouse
from tests.compare.test_queries import CHOICES, CORE, chosen
from tests.conftest import Rows
from tests.queries.whole import Row, answered, by_key, known, sources
from tests.worlds import LEVEL, World

Facts = dict[str, Rows]
Figure = tuple[str, str]  # indicator, region
Points = dict[int, dict[str, str]]  # year -> row
GROUPS = ["companies", "investment", "jobs", "people", "talent", "trade", "fairs", "tourism"]  # as the page offers them
SIDE_BY_SIDE = [group for group in GROUPS if group != "fairs"]
every_choice = pytest.mark.parametrize(
    "markets", [CORE, ["JP", "CN"], ["US"], ["NL", "GB", "TR", "PL"], ["SY"], ["AT", "IN", "KR", "TW", "BE"]], ids=str
)


def series_of_each(facts: Facts) -> dict[Figure, dict[str, Points]]:
    """figure -> market -> year -> preferred row, without the totals of all markets."""
    found: dict[Figure, dict[str, Points]] = defaultdict(lambda: defaultdict(dict))
    for row in facts["indicators"]:
        if row["preferred"] == "true" and row["market"] != "all":
            found[row["indicator_id"], row["region"]][row["market"]][int(row["year"])] = row
    return found


@every_choice
def test_indicators_best_covered_first_within_their_group(world: World, markets: list[str]) -> None:
    every, kinds = series_of_each(world.facts), by_key(world.facts["indicator_types"], "indicator_id")
    longest: Counter[str] = Counter()
    for (indicator, _), of_markets in every.items():
        longest[indicator] = max(longest[indicator], *map(len, of_markets.values()))
    expected = []
    for (indicator, region), of_markets in every.items():
        own = [of_markets[market] for market in markets if market in of_markets]
        if longest[indicator] < 3 or not own:
            continue
        per_year = Counter(year for points in own for year in points)
        told: Row = {"indicator_id": indicator, "region": region}
        told |= known(kinds[indicator], "group_id", "unit")
        told |= {"covered": sum(len(points) >= 2 for points in own), "common": sum(n >= 2 for n in per_year.values())}
        expected.append(told | {"touched": len(own), "points": per_year.total(), "last_year": max(per_year)})

    def place(row: Row) -> tuple[Any, ...]:
        group = GROUPS.index(row["group_id"]) if row["group_id"] in GROUPS else len(GROUPS)
        best_first = [-row[key] for key in ("covered", "common", "touched", "points")]
        return group, *best_first, row["indicator_id"], row["region"]

    assert answered(world.house.ask("compare/indicators", markets=markets)) == sorted(expected, key=place)


def test_the_figure_offered_first_has_years_in_common(served: Warehouse) -> None:
    """The city's count of Chinese companies ended the year before that of Japanese ones began."""
    found = served.ask("compare/indicators", markets=["JP", "CN"])
    assert found["common"].iloc[0] > 0
    city = found[(found["indicator_id"] == "companies-city-count") & (found["region"] == "DUS")]
    assert city["common"].tolist() == [0]


@pytest.mark.parametrize("choice", [*CHOICES, LEVEL], ids=str)
def test_base_years_begin_where_most_markets_go_on(world: World, choice: tuple[list[str], str, str]) -> None:
    markets, indicator, region = choice
    series = [
        {year for year, value in points.items() if value}
        for points in chosen(world.facts, markets, indicator, region).values()
    ]
    expected = [
        {
            "year": year,
            "markets": sum(year in years for years in series),
            "followed": sum(year in years and max(years) > year for years in series),
        }
        for year in set().union(*series)
    ]
    found = world.house.ask("compare/base_years", markets=markets, indicator=indicator, region=region)
    assert answered(found) == sorted(expected, key=lambda row: (-row["followed"], row["year"]))


def dozen(facts: Facts, markets: list[str]) -> list[tuple[int, Figure]]:
    """Place and figure: of each group in turn its best covered one, of those in turn the best covered ones first."""
    kinds = by_key(facts["indicator_types"], "indicator_id")
    of_group: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for figure, of_markets in series_of_each(facts).items():
        kind, own = kinds[figure[0]], [of_markets[market] for market in markets if market in of_markets]
        if kind["group_id"] in SIDE_BY_SIDE and kind["unit"] in ("count", "eur-m") and len(own) >= 2:
            of_group[kind["group_id"]].append((-len(own), -sum(map(len, own)), -max(map(max, own)), figure))
    turns = [
        (turn, covered, figure)
        for figures in of_group.values()
        for turn, (covered, *_, figure) in enumerate(sorted(figures))
    ]
    return list(enumerate((figure for _, _, figure in sorted(turns)[:12]), 1))


@every_choice
def test_scorecard(world: World, markets: list[str]) -> None:
    every, kinds = series_of_each(world.facts), by_key(world.facts["indicator_types"], "indicator_id")
    expected = []
    for position, (indicator, region) in dozen(world.facts, markets):
        kind = kinds[indicator]
        for market in (market for market in markets if market in every[indicator, region]):
            rows = [row for _, row in sorted(every[indicator, region][market].items())]
            told: Row = {"position": position, "region": region, "market": market, "source_ids": sources(rows)}
            told |= known(kind, "indicator_id", "group_id", "unit")
            told |= {"years": [int(row["year"]) for row in rows], "series": [float(row["value"]) for row in rows]}
            told |= {"qualifier": rows[-1]["qualifier"] or "exact"}
            expected.append(told | {"year": told["years"][-1], "value": told["series"][-1]})
    expected.sort(key=lambda row: SIDE_BY_SIDE.index(row["group_id"]))  # within a group as before
    assert answered(world.house.ask("compare/scorecard", markets=markets)) == expected
