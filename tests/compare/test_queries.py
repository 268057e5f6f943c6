"""The questions of the Compare page, recomputed in plain Python from the CSVs."""

from collections import Counter, defaultdict
from itertools import pairwise, permutations
from typing import Any

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.present import present
from tests.queries.whole import Row, answered
from tests.worlds import LEVEL, World

Facts = dict[str, Rows]
Series = dict[str, dict[int, float]]
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


def in_measure(facts: Facts, markets: list[str], indicator: str, region: str, mode: str, base: int | None) -> Series:
    """market -> year -> value in the measure, where it can be computed."""
    values, totals = chosen(facts, markets, indicator, region), series(facts, indicator, region)["all"]
    people = {row["market"]: float(row["population"]) for row in facts["markets"] if row["population"]}
    shown: Series = {}
    for market, points in values.items():
        if mode == "absolute":
            shown[market] = points
        elif mode == "index":
            shown[market] = {y: 100 * v / points[base] for y, v in points.items()} if points.get(base or 0) else {}
        elif mode == "per-million":
            shown[market] = {y: v * 1e6 / people[market] for y, v in points.items()}
        else:
            shown[market] = {y: v / totals[y] for y, v in points.items() if totals.get(y)}
    return {market: points for market, points in shown.items() if points}


@pytest.fixture(params=CHOICES, ids=lambda choice: f"{choice[1]}-{choice[2]}")
def choice(request: pytest.FixtureRequest) -> tuple[list[str], str, str]:
    return request.param


@pytest.fixture(params=[("absolute", None), ("index", 2019), ("per-million", None), ("share", None)], ids=str)
def question(choice: tuple[list[str], str, str], request: pytest.FixtureRequest) -> dict[str, Any]:
    markets, indicator, region = choice
    mode, base = request.param
    return {"markets": markets, "indicator": indicator, "region": region, "mode": mode, "base": base}


def test_values(served: Warehouse, facts: Facts, question: dict[str, Any]) -> None:
    found = served.ask("compare/values", **question)
    values = chosen(facts, question["markets"], question["indicator"], question["region"])
    shown = in_measure(facts, **question)
    assert len(found) == sum(map(len, values.values()))
    for _, row in found.iterrows():
        assert row["value"] == values[row["market"]][row["year"]]
        every = [
            float(other["value"])
            for other in facts["indicators"]
            if (other["indicator_id"], other["region"], other["market"], other["year"])
            == (question["indicator"], question["region"], row["market"], str(row["year"]))
        ]
        assert (row["low"], row["high"]) == (min(every), max(every))
        expected = shown.get(row["market"], {}).get(row["year"])
        assert pd.isna(row["shown"]) if expected is None else row["shown"] == pytest.approx(expected)


def test_ranking_stands_on_the_newest_common_year(served: Warehouse, facts: Facts, question: dict[str, Any]) -> None:
    found = served.ask("compare/ranking", **question)
    shown = in_measure(facts, **question)
    values = {m: {y: v for y, v in points.items() if y != question["base"]} for m, points in shown.items()}
    values = {market: points for market, points in values.items() if points}
    common = set.intersection(*(set(points) for points in values.values())) if len(values) > 1 else set()
    year = {market: max(common) if common else max(points) for market, points in values.items()}
    expected = sorted(((values[m][year[m]], m) for m in values), key=lambda pair: (-pair[0], pair[1]))
    assert list(found["market"]) == [market for _, market in expected]
    assert list(found["shown"]) == pytest.approx([value for value, _ in expected])
    assert found.empty or bool(found["common"].all()) == bool(common)


def since_base(facts: Facts, question: dict[str, Any]) -> Series:
    shown = in_measure(facts, **question)
    return {m: {y: v for y, v in points.items() if y >= (question["base"] or 0)} for m, points in shown.items()}


def test_leader(served: Warehouse, facts: Facts, question: dict[str, Any]) -> None:
    found, values = served.ask("compare/leader", **question), since_base(facts, question)
    per_year = Counter(year for points in values.values() for year in points if year != question["base"])
    best = [(count, year) for year, count in per_year.items() if count >= 2]
    assert len(found) == bool(best)
    if best:
        count, year = max(best)
        first, second = sorted((m for m in values if year in values[m]), key=lambda m: (-values[m][year], m))[:2]
        row = found.iloc[0]
        assert (row["year"], row["market"], row["other_market"], row["markets"]) == (year, first, second, count)
        assert (row["shown"], row["other_shown"]) == pytest.approx((values[first][year], values[second][year]))
        assert row["all_markets"] == len(question["markets"])


def test_growth(served: Warehouse, facts: Facts, question: dict[str, Any]) -> None:
    found, values = served.ask("compare/growth", **question), since_base(facts, question)
    spans: Counter[tuple[int, int]] = Counter()
    for points in values.values():
        spans.update((a, b) for a in points for b in points if a < b and points[a] > 0)
    best = [(count, b - a, b, a) for (a, b), count in spans.items() if count >= 2]
    assert len(found) == bool(best)
    if best:
        count, _, last, first = max(best)
        taking_part = {m: p for m, p in values.items() if p.get(first, 0) > 0 and last in p}
        change = {
            m: p[last] - p[first] if question["mode"] == "share" else p[last] / p[first] - 1
            for m, p in taking_part.items()
        }
        row = found.iloc[0]
        assert (row["since_year"], row["year"], row["markets"]) == (first, last, count)
        assert row["change"] == pytest.approx(max(change.values())) == change[row["market"]]
        ends = [
            r["qualifier"]
            for r in facts["indicators"]
            if (r["indicator_id"], r["region"]) == (question["indicator"], question["region"])
            and r["preferred"] == "true"
            and r["market"] in ((row["market"], "all") if question["mode"] == "share" else (row["market"],))
            and int(r["year"]) in (first, last)
        ]
        assert bool(row["exact"]) == (set(ends) == {"exact"})


def hedge(facts: Facts, indicator: str, region: str, market: str, year: int) -> str:
    return next(
        row["qualifier"]
        for row in facts["indicators"]
        if (row["indicator_id"], row["region"], row["market"]) == (indicator, region, market)
        and (row["year"], row["preferred"]) == (str(year), "true")
    )


def shown_hedge(facts: Facts, question: dict[str, Any], market: str, year: int) -> str:
    """The hedge of a value in its measure: a quotient is exact only if both its values are."""
    key = question["indicator"], question["region"]
    own, other = hedge(facts, *key, market, year), divisor(question, market, year)
    if other is None:
        return own
    return "exact" if {own, hedge(facts, *key, *other)} == {"exact"} else "approx"


def divisor(question: dict[str, Any], market: str, year: int) -> tuple[str, int] | None:
    """Market and year of the published value that a value is divided by in this measure."""
    return {"share": ("all", year), "index": (market, question["base"])}.get(question["mode"])


def test_a_quotient_is_exact_only_if_both_its_values_are_and_names_the_sources_of_both(
    served: Warehouse, facts: Facts, question: dict[str, Any]
) -> None:
    key = question["indicator"], question["region"]
    sources: dict[tuple[str, str, str, int], set[str]] = defaultdict(set)
    for row in facts["indicators"]:
        sources[row["indicator_id"], row["region"], row["market"], int(row["year"])].add(row["source_id"])
    for _, row in served.ask("compare/values", **question).dropna(subset=["shown"]).iterrows():
        named = set(sources[*key, row["market"], row["year"]])
        if other := divisor(question, row["market"], row["year"]):
            named |= sources[*key, *other]
        if question["mode"] == "per-million":
            named |= {next(r["source_id"] for r in facts["markets"] if r["market"] == row["market"])}
        assert row["shown_qualifier"] == shown_hedge(facts, question, row["market"], row["year"])
        assert set(row["source_ids"]) == named


def newest_overtaking(facts: Facts, question: dict[str, Any]) -> list[Row]:
    """Of the newest year the one whose winner has the largest value; an index, where all are at 100 once, has none."""
    values = {} if question["mode"] == "index" else in_measure(facts, **question)
    found = []
    for one, other in permutations(values, 2):
        years = sorted(set(values[one]) & set(values[other]))
        for before, after in pairwise(years):
            if values[one][before] < values[other][before] and values[one][after] > values[other][after]:
                found.append({"market": one, "other_market": other, "year_before": before, "year": after})
                found[-1] |= {"shown": values[one][after], "other_shown": values[other][after]}
                found[-1] |= {"qualifier": shown_hedge(facts, question, one, after)}
                found[-1] |= {"other_qualifier": shown_hedge(facts, question, other, after)}
    # a market that overtakes several at once has overtaken each of them: which one is told is open
    best = min(found, key=lambda row: (-row["year"], -row["shown"], row["market"]), default=None)
    return [row for row in found if best and all(row[key] == best[key] for key in ("year", "market"))]


def test_crossing(served: Warehouse, facts: Facts, question: dict[str, Any]) -> None:
    found, expected = answered(served.ask("compare/crossing", **question)), newest_overtaking(facts, question)
    assert len(found) == bool(expected)
    assert not found or any(found == [pytest.approx(row)] for row in expected)


def test_drawing_level_or_pulling_ahead_of_one_who_was_level_is_no_overtaking(tied: World) -> None:
    question = {"markets": LEVEL[0], "indicator": LEVEL[1], "region": LEVEL[2], "mode": "absolute", "base": None}
    values = [sorted(points.items()) for points in chosen(tied.facts, *LEVEL).values()]
    assert any(one[1] == other[1] for one in values[0] for other in values[1]), "they are level once"
    assert newest_overtaking(tied.facts, question) == answered(tied.house.ask("compare/crossing", **question)) == []


def test_sectors(served: Warehouse, facts: Facts) -> None:
    found = served.ask("compare/sectors", markets=CORE)
    rows = [row for row in present(facts) if row["market"] in CORE]
    cells, totals = Counter((r["sector_id"], r["market"]) for r in rows), Counter(r["market"] for r in rows)
    assert {(row["sector_id"], row["market"]): row["companies"] for _, row in found.iterrows()} == cells
    for _, row in found.iterrows():
        assert row["market_companies"] == totals[row["market"]]
        assert row["share"] == pytest.approx(row["companies"] / totals[row["market"]])
