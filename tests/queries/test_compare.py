"""The questions of the Compare page, recomputed in plain Python from the CSVs."""

from collections import Counter, defaultdict
from itertools import pairwise, permutations

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows

Facts = dict[str, Rows]
CORE = ["JP", "CN", "IN", "KR", "US"]
CHOICES = [
    (CORE, "companies-state-agency", "NRW"),
    (["GB", "US", "CN", "NL"], "companies-commercial-register", "IHK-DUS"),
    (["CN", "US", "KR"], "fdi-projects-gtai", "DE"),
    (["IN", "CN"], "students-nationality", "NRW"),
]


def series(facts: Facts, indicator: str, region: str) -> dict[str, dict[int, float]]:
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for row in facts["indicators"]:
        if row["preferred"] == "true" and (row["indicator_id"], row["region"]) == (indicator, region):
            found[row["market"]][int(row["year"])] = float(row["value"])
    return found


def chosen(facts: Facts, markets: list[str], indicator: str, region: str) -> dict[str, dict[int, float]]:
    every = series(facts, indicator, region)
    return {market: every[market] for market in markets if market in every}


@pytest.mark.parametrize(("markets", "indicator", "region"), CHOICES)
@pytest.mark.parametrize("mode", ["absolute", "index", "per-million", "share"])
def test_values(served: Warehouse, facts: Facts, markets: list[str], indicator: str, region: str, mode: str) -> None:
    base = 2019
    found = served.ask("compare/values", markets=markets, indicator=indicator, region=region, mode=mode, base=base)
    values, totals = chosen(facts, markets, indicator, region), series(facts, indicator, region)["all"]
    people = {row["market"]: float(row["population"]) for row in facts["markets"] if row["population"]}
    assert len(found) == sum(map(len, values.values()))
    for _, row in found.iterrows():
        market, year = row["market"], row["year"]
        value = values[market][year]
        assert row["value"] == value
        expected = {
            "absolute": value,
            "index": 100 * value / values[market][base] if base in values[market] else None,
            "per-million": value * 1e6 / people[market],
            "share": value / totals[year] if year in totals else None,
        }[mode]
        assert pd.isna(row["shown"]) if expected is None else row["shown"] == pytest.approx(expected)


@pytest.mark.parametrize(("markets", "indicator", "region"), CHOICES)
def test_ranking_stands_on_the_newest_common_year(
    served: Warehouse, facts: Facts, markets: list[str], indicator: str, region: str
) -> None:
    found = served.ask(
        "compare/ranking", markets=markets, indicator=indicator, region=region, mode="absolute", base=None
    )
    values = chosen(facts, markets, indicator, region)
    common = set.intersection(*(set(points) for points in values.values())) if len(values) > 1 else set()
    year = {market: max(common) if common else max(points) for market, points in values.items()}
    expected = sorted(((values[m][year[m]], m) for m in values), key=lambda pair: (-pair[0], pair[1]))
    assert list(zip(found["shown"], found["market"], strict=True)) == expected
    assert bool(found["common"].all()) == bool(common)


@pytest.mark.parametrize(("markets", "indicator", "region"), CHOICES)
def test_findings(served: Warehouse, facts: Facts, markets: list[str], indicator: str, region: str) -> None:
    rows = served.ask("compare/findings", markets=markets, indicator=indicator, region=region).set_index("finding")
    values = chosen(facts, markets, indicator, region)
    per_year = Counter(year for points in values.values() for year in points)
    best = [(count, year) for year, count in per_year.items() if count >= 2]
    assert ("leader" in rows.index) == bool(best)
    if best:
        count, year = max(best)
        first, second = sorted((m for m in values if year in values[m]), key=lambda m: (-values[m][year], m))[:2]
        leader = rows.loc["leader"]
        assert (leader["year"], leader["market"], leader["other_market"], leader["markets"]) == (
            year,
            first,
            second,
            count,
        )
    check_growth(rows, values)
    check_crossing(rows, values)


def check_growth(rows: pd.DataFrame, values: dict[str, dict[int, float]]) -> None:
    spans: Counter[tuple[int, int]] = Counter()
    for points in values.values():
        spans.update((a, b) for a in points for b in points if a < b and points[a] > 0)
    best = [(count, b - a, b, a) for (a, b), count in spans.items() if count >= 2]
    assert ("growth" in rows.index) == bool(best)
    if best:
        _, _, last, first = max(best)
        rates = {m: p[last] / p[first] - 1 for m, p in values.items() if first in p and last in p and p[first] > 0}
        market = min(rates, key=lambda m: (-rates[m], m))
        found = rows.loc["growth"]
        assert (found["since_year"], found["year"], found["market"]) == (first, last, market)
        assert found["value"] == pytest.approx(rates[market])


def check_crossing(rows: pd.DataFrame, values: dict[str, dict[int, float]]) -> None:
    overtakings = []
    for one, other in permutations(values, 2):
        years = sorted(set(values[one]) & set(values[other]))
        for before, after in pairwise(years):
            if values[one][before] < values[other][before] and values[one][after] > values[other][after]:
                overtakings.append((after, values[one][after], one, other))
    assert ("crossing" in rows.index) == bool(overtakings)
    if overtakings:
        newest = max(year for year, *_ in overtakings)
        found = rows.loc["crossing"]
        assert (found["year"], found["value"], found["market"], found["other_market"]) in overtakings
        assert found["year"] == newest


def test_indicators_have_three_points_in_some_series(served: Warehouse, facts: Facts) -> None:
    points: Counter[tuple[str, str, str]] = Counter()
    for row in facts["indicators"]:
        if row["preferred"] == "true" and row["market"] != "all":
            points[row["indicator_id"], row["region"], row["market"]] += 1
    long_enough = {indicator for (indicator, _, _), n in points.items() if n >= 3}
    expected = {(i, r) for (i, r, m) in points if i in long_enough and m in CORE}
    found = served.ask("compare/indicators", markets=CORE)
    assert {(row["indicator_id"], row["region"]) for _, row in found.iterrows()} == expected
    for _, row in found.iterrows():
        mine = [n for (i, r, m), n in points.items() if (i, r) == (row["indicator_id"], row["region"]) and m in CORE]
        assert (row["covered"], row["touched"], row["points"]) == (sum(n >= 2 for n in mine), len(mine), sum(mine))


def test_base_years_begin_where_most_markets_go_on(served: Warehouse, facts: Facts) -> None:
    found = served.ask("compare/base_years", markets=CORE, indicator="companies-state-agency", region="NRW")
    per_year = Counter(
        year for points in chosen(facts, CORE, "companies-state-agency", "NRW").values() for year in points
    )
    assert dict(zip(found["year"], found["markets"], strict=True)) == per_year
    points = chosen(facts, CORE, "companies-state-agency", "NRW").values()
    followed = {year: sum(year in p and max(p) > year for p in points) for year in per_year}
    assert found["year"].iloc[0] == min(followed, key=lambda year: (-followed[year], year))


def test_scorecard_cells_are_the_newest_of_their_series(served: Warehouse, facts: Facts) -> None:
    found = served.ask("compare/scorecard", markets=CORE)
    assert found["position"].nunique() <= 12 and len(found) > 12
    for _, row in found.iterrows():
        points = series(facts, row["indicator_id"], row["region"])[row["market"]]
        assert list(row["years"]) == sorted(points)
        assert list(row["series"]) == [points[year] for year in sorted(points)]
        assert (row["year"], row["value"]) == (max(points), points[max(points)])
    assert found.groupby("position")["market"].nunique().min() >= 2


def test_sectors(served: Warehouse, facts: Facts) -> None:
    found = served.ask("compare/sectors", markets=CORE)
    rows = [row for row in facts["companies"] if row["status"] != "left" and row["market"] in CORE]
    cells, totals = Counter((r["sector_id"], r["market"]) for r in rows), Counter(r["market"] for r in rows)
    assert {(row["sector_id"], row["market"]): row["companies"] for _, row in found.iterrows()} == cells
    for _, row in found.iterrows():
        assert row["market_companies"] == totals[row["market"]]
        assert row["share"] == pytest.approx(row["companies"] / totals[row["market"]])
