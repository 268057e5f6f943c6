"""The outlook, recomputed in plain Python from the CSVs: components, scores, confidence, stability."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from statistics import mean
from typing import Any

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.arrivals import arrival
from tests.queries.present import present as here
from tests.queries.ranked import WINDOW, in_role, ranked
from tests.queries.whole import answered
from tests.worlds import World

Facts = dict[str, Rows]
Series = dict[tuple[str, str, str], dict[int, dict[str, str]]]
Pair = tuple[str, str]  # market, sector
COMPONENTS = ["projects", "companies", "arrivals", "signals", "gap"]
GROWING = ("settlement", "startup-landing", "expansion", "rnd-centre", "hq-upgrade")
GTAI, REGISTER = ("fdi-projects-gtai", "DE"), ("companies-commercial-register", "IHK-DUS")


@dataclass(frozen=True)
class Known:
    """A component of a market or of a pair: its raw value and the facts behind it."""

    raw: float
    facts: int
    year: int
    since_year: int
    source_ids: frozenset[str]
    exact: bool = True
    indicator_id: str | None = None
    region: str | None = None
    here_region: str | None = None


def behind(points: Iterable[dict[str, str]], key: tuple[str, str, str], raw: float) -> Known:
    """A component that rests on these points of a series, exact if all of them are."""
    rows = list(points)
    years = [int(row["year"]) for row in rows]
    exact, named = all(row["qualifier"] == "exact" for row in rows), frozenset(row["source_id"] for row in rows)
    return Known(raw, len(rows), max(years), min(years), named, exact, *key[1:])


def published(facts: Facts) -> Series:
    """(market, indicator, region) -> year -> preferred row."""
    found: Series = defaultdict(dict)
    for row in facts["indicators"]:
        if row["preferred"] == "true":
            found[row["market"], row["indicator_id"], row["region"]][int(row["year"])] = row
    return found


def places(facts: Facts) -> dict[tuple[str, str, str], int]:
    """(market, indicator, region) -> its place among the series that may speak for the market."""
    return {
        (market, indicator, region): number
        for keys in ranked(facts).values()
        for number, (indicator, market, region) in enumerate(keys)
    }


def value(row: dict[str, str]) -> float:
    return float(row["value"])


def projects(facts: Facts) -> dict[str, Known]:
    wanted = {
        key: points
        for key, points in published(facts).items()
        if key[1:] in (GTAI, ("fdi-projects-state-agency", "NRW"))
    }
    latest = max(year for points in wanted.values() for year in points)
    place = places(facts)
    best: dict[str, tuple[tuple[int, int], Known]] = {}
    for key, points in wanted.items():
        market, newest = key[0], max(points)
        before = [row for year, row in points.items() if newest - 5 <= year < newest]
        order = (-newest, place[key])
        if market == "all" or len(before) < 2 or newest < latest - 2 or (market in best and best[market][0] < order):
            continue
        raw = value(points[newest]) / mean(map(value, before)) - 1
        best[market] = order, behind([points[newest], *before], key, raw)
    return {market: known for market, (_, known) in best.items()}


def companies(facts: Facts) -> dict[str, Known]:
    place, counts = places(facts), {indicator for indicator, _ in in_role(facts, "outlook-companies")}
    bounds = ("more-than", "less-than")
    known = {
        key: {year: point for year, point in points.items() if point["qualifier"] not in bounds}
        for key, points in published(facts).items()
    }
    wanted = {key: points for key, points in known.items() if points and key[0] != "all" and key[1] in counts}
    latest = max(year for points in wanted.values() for year in points)
    best: dict[str, tuple[int, Known]] = {}
    for key, every in wanted.items():
        market, newest = key[0], max(every)
        if newest < latest - WINDOW:
            continue
        points = {year: row for year, row in every.items() if year >= newest - 10}
        oldest = min(points)
        if len(points) < 2:
            continue
        raw = (value(points[newest]) / value(points[oldest])) ** (1 / (newest - oldest)) - 1
        order = place[key]
        if market not in best or order < best[market][0]:
            ends = behind([points[oldest], points[newest]], key, raw)  # only these two make the growth
            best[market] = order, replace(behind(points.values(), key, raw), exact=ends.exact)
    return {market: known for market, (_, known) in best.items()}


def gap(facts: Facts) -> dict[str, Known]:
    series = published(facts)
    every: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for row in facts["indicators"]:
        every[row["market"], row["indicator_id"], row["region"], row["year"]].add(row["source_id"])

    def newest(market: str, indicator: tuple[str, str]) -> list[dict[str, str]]:
        """The market's and the total's point in the newest year that has both."""
        own, total = series.get((market, *indicator), {}), series[("all", *indicator)]
        years = [year for year in own if year in total]
        return [own[max(years)], total[max(years)]] if years else []

    found = {}
    for market in {market for market, _, _ in list(series)} - {"all", "CN"}:
        germany, here = newest(market, GTAI), newest(market, REGISTER)
        if germany and here:
            raw = value(germany[0]) / value(germany[1]) - value(here[0]) / value(here[1])
            told = behind([*germany, *here], (market, *GTAI), raw)
            named = (every[r["market"], r["indicator_id"], r["region"], r["year"]] for r in [*germany, *here])
            found[market] = replace(told, facts=2, source_ids=frozenset().union(*named), here_region=REGISTER[1])
    return found


def sector_components(facts: Facts) -> dict[str, dict[Pair, Known]]:
    newest = max(int(row["year"]) for row in facts["milestones"])
    signs: dict[Pair, list[str]] = defaultdict(list)  # the sources of the recent ones
    present: dict[Pair, set[str]] = defaultdict(set)
    for row in here(facts):
        own = [m for m in facts["milestones"] if m["company_id"] == row["company_id"]]
        came, pair = arrival(row, own), (row["market"], row["sector_id"])
        every = [(int(m["year"]), m["source_id"]) for m in own if m["kind"] in GROWING and m["doubted"] != "true"]
        if came:
            present[pair].add(row["source_id"])
            if came not in (year for year, _ in every):
                every.append((came, row["source_id"]))
        signs[pair] += [source for year, source in every if year > newest - 5]
    told: dict[Pair, Rows] = defaultdict(list)
    for row in facts["signals"]:
        if int(row["year"]) > newest - 5 and row["market"] != "all":
            told[row["market"], row["sector_id"]].append(row)

    def recent(raw: float, count: int, named: Iterable[str]) -> Known:
        return Known(raw, count, newest, newest - 4, frozenset(named))

    def balance(rows: Rows) -> float:
        ways = [row["direction"] for row in rows]
        return (ways.count("rising") - ways.count("falling")) / (len(ways) + 2)

    return {
        "arrivals": {
            pair: recent(len(named), len(named), named or present[pair])
            for pair, named in signs.items()
            if named or present[pair]
        },
        "signals": {
            pair: recent(balance(rows), len(rows), (row["source_id"] for row in rows)) for pair, rows in told.items()
        },
    }


def percentiles(components: dict[Any, Known]) -> dict[Any, float]:
    values = [known.raw for known in components.values()]
    others = len(values) - 1

    def level(raw: float) -> float:
        lower = sum(v < raw - 1e-12 for v in values)
        alike = sum(abs(v - raw) <= 1e-12 for v in values) - 1
        return (lower + alike / 2) / others

    return {key: level(known.raw) for key, known in components.items()}


Levels = dict[Pair, dict[str, tuple[float, Known]]]


def recomputed(facts: Facts) -> Levels:
    """(market, sector) -> component -> (level, what is known)."""
    of_sector = {
        name: {pair: known for pair, known in components.items() if pair[1] != "other"}
        for name, components in sector_components(facts).items()
    }
    of_market = {"projects": projects(facts), "companies": companies(facts), "gap": gap(facts)}
    levels = {name: percentiles(components) for name, components in (of_sector | of_market).items()}
    found: Levels = {}
    for pair in {pair for components in of_sector.values() for pair in components}:
        found[pair] = {n: (levels[n][pair], known[pair]) for n, known in of_sector.items() if pair in known}
        found[pair] |= {n: (levels[n][pair[0]], known[pair[0]]) for n, known in of_market.items() if pair[0] in known}
    return found


@pytest.fixture(scope="module")
def expected(facts: Facts) -> Levels:
    return recomputed(facts)


def check_levels(world: World, expected: Levels) -> None:
    for (market, sector), levels in expected.items():
        wanted = [
            {"market": market, "sector_id": sector, "component": component, "level": pytest.approx(level)}
            | asdict(known)
            | {"raw": pytest.approx(known.raw), "source_ids": sorted(known.source_ids)}
            for component, (level, known) in sorted(levels.items())
        ]
        assert answered(world.house.ask("outlook/levels", market=market, sector=sector)) == wanted


def test_levels(served: Warehouse, facts: Facts, expected: Levels) -> None:
    check_levels(World(served, facts), expected)


def test_pairs(served: Warehouse, expected: Levels) -> None:
    found = served.ask("outlook/pairs")
    assert list(zip(found["market"], found["sector_id"], strict=True)) == sorted(expected)


def test_a_rounded_value_makes_its_component_inexact(tied: World) -> None:
    """In the shipped facts every market's projects are exact."""
    expected = recomputed(tied.facts)
    assert {levels["projects"][1].exact for levels in expected.values() if "projects" in levels} == {True, False}
    check_levels(tied, expected)


def scored(expected: Levels, weights: Iterable[float], least: float = 0) -> dict[tuple[str, str], tuple[float, float]]:
    """pair -> (score, confidence), without those below the least confidence."""
    of = dict(zip(COMPONENTS, weights, strict=True))
    found = {}
    for pair, levels in expected.items():
        known = sum(of[component] for component in levels)
        if known > 0 and known / sum(of.values()) >= least - 1e-12:
            score = sum(level * of[component] for component, (level, _) in levels.items()) / known
            found[pair] = score, known / sum(of.values())
    return found


def ranks(scores: dict[tuple[str, str], tuple[float, float]]) -> dict[tuple[str, str], int]:
    values = {pair: round(score, 9) for pair, (score, _) in scores.items()}
    return {pair: 1 + sum(other > value for other in values.values()) for pair, value in values.items()}


@pytest.mark.parametrize(
    ("weights", "least"),
    [((50, 50, 50, 50, 50), 0.6), ((100, 0, 30, 70, 10), 0.4), ((0, 0, 0, 40, 0), 0.0), ((10, 20, 30, 40, 50), 1.0)],
)
def test_score_confidence_and_stability(
    served: Warehouse,
    expected: Levels,
    weights: tuple[float, ...],
    least: float,
) -> None:
    found = served.ask("outlook/score", weights=weights, least=least)
    plain = scored(expected, weights, least)
    place = ranks(plain)
    scenarios = [place]
    for number in range(5):
        for factor in (0.8, 1.2):
            if weights[number]:
                moved = [w * factor if n == number else w for n, w in enumerate(weights)]
                again = scored(expected, moved)
                scenarios.append(ranks({pair: again[pair] for pair in plain}))
    assert {(row["market"], row["sector_id"]) for _, row in found.iterrows()} == set(plain)
    first = [pair for pair, rank in place.items() if rank <= 10]
    stays = [pair for pair in first if max(scenario[pair] for scenario in scenarios) <= 10]
    for _, row in found.iterrows():
        pair = row["market"], row["sector_id"]
        taken = [scenario[pair] for scenario in scenarios]
        assert (row["score"], row["confidence"]) == pytest.approx(plain[pair])
        assert (row["rank"], row["highest_rank"], row["lowest_rank"]) == (place[pair], min(taken), max(taken))
        assert (row["first_ten"], row["stable"]) == (len(first), len(stays))
        counted = [c for c, weight in zip(COMPONENTS, weights, strict=True) if weight]
        behind_it = [known for component, (_, known) in expected[pair].items() if component in counted]
        assert row["facts"] == sum(known.facts for known in behind_it)
        assert set(row["source_ids"]) == frozenset().union(*(known.source_ids for known in behind_it))
        for component in COMPONENTS:
            level, _ = expected[pair].get(component, (None, None))
            assert (
                level is None
                if pd.isna(row[f"{component}_level"])
                else row[f"{component}_level"] == pytest.approx(level)
            )
    order = list(zip(found["rank"], -found["confidence"].round(9), -found["facts"], found["market"], strict=True))
    assert order == sorted(order)


@pytest.mark.parametrize("weights", [(50, 50, 50, 50, 50), (10, 20, 30, 40, 50)])
@pytest.mark.parametrize("markets", [(), ("US", "CH", "KR")])
def test_leaders(served: Warehouse, weights: tuple[float, ...], markets: tuple[str, ...]) -> None:
    """Sectors of a market that share rank and confidence stand in one row, in the order of the scores."""
    scores = served.ask("outlook/score", weights=weights, least=0.6)
    tied: dict[tuple[str, int, float], list[Any]] = defaultdict(list)
    for _, row in scores.iterrows():
        if not markets or row["market"] in markets:
            tied[row["market"], row["rank"], round(row["confidence"], 9)].append(row)
    found = served.ask("outlook/leaders", weights=weights, least=0.6, markets=markets, sectors=[], rows=15)
    assert len(found) == min(len(tied), 15) and found["sectors"].max() > 1
    for (_, row), rows in zip(found.iterrows(), tied.values(), strict=False):
        first = rows[0]
        alike = ["market", "sector_id", "rank", *(f"{component}_level" for component in COMPONENTS)]
        assert row[alike].isna().equals(first[alike].isna()) and row[alike].dropna().equals(first[alike].dropna())
        assert row["score"] == pytest.approx(first["score"]) and row["sectors"] == len(rows)
        assert row["highest_rank"] == min(each["highest_rank"] for each in rows)
        assert row["lowest_rank"] == max(each["lowest_rank"] for each in rows)
        assert set(row["source_ids"]) == {source for each in rows for source in each["source_ids"]}


def test_a_missing_component_does_not_count_as_zero(served: Warehouse, expected: Levels) -> None:
    pair = next(pair for pair, levels in expected.items() if set(levels) == {"arrivals"})
    found = served.ask("outlook/score", weights=(50, 50, 50, 50, 50), least=0.0).set_index(["market", "sector_id"])
    assert found.loc[pair, "score"] == pytest.approx(expected[pair]["arrivals"][0])
    assert found.loc[pair, "confidence"] == pytest.approx(0.2)


def test_no_weight_no_ranking(served: Warehouse) -> None:
    assert served.ask("outlook/score", weights=(0, 0, 0, 0, 0), least=0.0).empty


@pytest.mark.parametrize("pair", [("CN", "energy-environment"), ("JP", "machinery-automation"), ("KR", "other")])
def test_reasons(served: Warehouse, facts: Facts, pair: tuple[str, str]) -> None:
    market, sector = pair
    signals = served.ask("outlook/signals", market=market, sector=sector, since=2020)
    assert set(signals["signal_id"]) == {
        row["signal_id"]
        for row in facts["signals"]
        if (row["market"], row["sector_id"]) == pair and int(row["year"]) >= 2020
    }
    since = max(int(row["year"]) for row in facts["milestones"]) - 4
    arrivals = served.ask("outlook/milestones", market=market, sector=sector, since=since)
    counted = sector_components(facts)["arrivals"].get(pair)
    assert len(arrivals) == (counted.facts if counted else 0), "what is counted is listed"
    assert pd.Series(arrivals["year"]).is_monotonic_decreasing
