"""The outlook, recomputed in plain Python from the CSVs: components, scores, confidence, stability."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import mean
from typing import Any

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.test_companies import arrival

Facts = dict[str, Rows]
Series = dict[tuple[str, str, str], dict[int, tuple[float, str]]]
COMPONENTS = ["projects", "companies", "arrivals", "signals", "gap"]
GROWING = ("settlement", "startup-landing", "expansion", "rnd-centre", "hq-upgrade")
COUNTS = ("companies-city-count", "companies-china-competence-centre", "companies-commercial-register",
          "companies-state-agency", "companies-nrw-earlier-count", "companies-consulate-survey")  # fmt: skip
GTAI, REGISTER = ("fdi-projects-gtai", "DE"), ("companies-commercial-register", "IHK-DUS")


def published(facts: Facts) -> Series:
    """(market, indicator, region) -> year -> (value, qualifier) of the preferred rows."""
    found: Series = defaultdict(dict)
    for row in facts["indicators"]:
        if row["preferred"] == "true":
            key = row["market"], row["indicator_id"], row["region"]
            found[key][int(row["year"])] = float(row["value"]), row["qualifier"] or "exact"
    return found


def projects(facts: Facts) -> dict[str, tuple[float, int]]:
    """market -> (raw, facts)."""
    wanted = {key: points for key, points in published(facts).items()
              if key[1:] in (GTAI, ("fdi-projects-state-agency", "NRW"))}  # fmt: skip
    latest = max(year for points in wanted.values() for year in points)
    best: dict[str, tuple[tuple[int, int, str], float, int]] = {}
    for (market, _, region), points in wanted.items():
        newest = max(points)
        before = [value for year, (value, _) in points.items() if newest - 5 <= year < newest]
        order = (-newest, -len(before), region)
        if market == "all" or len(before) < 2 or newest < latest - 2 or (market in best and best[market][0] < order):
            continue
        best[market] = order, points[newest][0] / mean(before) - 1, len(before) + 1
    return {market: (raw, count) for market, (_, raw, count) in best.items()}


def companies(facts: Facts) -> dict[str, tuple[float, int]]:
    near = ("DUS", "DUS-REGION", "IHK-DUS", "NRW")
    known = {key: {year: point for year, point in points.items() if point[1] not in ("more-than", "less-than")}
             for key, points in published(facts).items()}  # fmt: skip
    wanted = {key: points for key, points in known.items()
              if points and key[0] != "all" and key[1] in COUNTS and key[2] in near}  # fmt: skip
    latest = max(year for points in wanted.values() for year in points)
    best: dict[str, tuple[tuple[Any, ...], float, int]] = {}
    for (market, indicator, region), every in wanted.items():
        newest = max(every)
        if newest < latest - 5:
            continue
        points = {year: value for year, (value, _) in every.items() if year >= newest - 10}
        oldest = min(points)
        if len(points) < 2:
            continue
        raw = (points[newest] / points[oldest]) ** (1 / (newest - oldest)) - 1
        order = (-newest, -len(points), indicator, region)
        if market not in best or order < best[market][0]:
            best[market] = order, raw, len(points)
    return {market: (raw, count) for market, (_, raw, count) in best.items()}


def gap(facts: Facts) -> dict[str, tuple[float, int]]:
    series = published(facts)

    def share(market: str, indicator: tuple[str, str]) -> float | None:
        own, every = series.get((market, *indicator), {}), series[("all", *indicator)]
        years = [year for year in own if year in every]
        return own[max(years)][0] / every[max(years)][0] if years else None

    shares = {
        market: (share(market, GTAI), share(market, REGISTER)) for market, _, _ in list(series) if market != "all"
    }
    return {m: (a - b, 2) for m, (a, b) in shares.items() if a is not None and b is not None and m != "CN"}


def sector_components(facts: Facts) -> dict[str, dict[tuple[str, str], tuple[float, int]]]:
    newest = max(int(row["year"]) for row in facts["milestones"])
    arrivals: dict[tuple[str, str], int] = {}
    for row in facts["companies"]:
        if row["status"] == "left":
            continue
        own = [m for m in facts["milestones"] if m["company_id"] == row["company_id"]]
        came, signs = arrival(row, own), [int(m["year"]) for m in own if m["kind"] in GROWING]
        if came and came not in signs:
            signs.append(came)
        recent = sum(year > newest - 5 for year in signs)
        if came or recent:
            pair = row["market"], row["sector_id"]
            arrivals[pair] = arrivals.get(pair, 0) + recent
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in facts["signals"]:
        if int(row["year"]) > newest - 5 and row["market"] != "all":
            told[row["market"], row["sector_id"]].append(row["direction"])
    signals = {
        pair: ((ways.count("rising") - ways.count("falling")) / (len(ways) + 2), len(ways))
        for pair, ways in told.items()
    }
    return {"arrivals": {pair: (float(n), n) for pair, n in arrivals.items()}, "signals": signals}


def percentiles(raw: dict[Any, tuple[float, int]]) -> dict[Any, float]:
    values = [value for value, _ in raw.values()]
    others = len(values) - 1

    def level(value: float) -> float:
        lower = sum(v < value - 1e-12 for v in values)
        alike = sum(abs(v - value) <= 1e-12 for v in values) - 1
        return (lower + alike / 2) / others

    return {key: level(value) for key, (value, _) in raw.items()}


@pytest.fixture(scope="module")
def expected(facts: Facts) -> dict[tuple[str, str], dict[str, tuple[float, int]]]:
    """(market, sector) -> component -> (level, facts)."""
    of_sector = {
        name: {pair: value for pair, value in raw.items() if pair[1] != "other"}
        for name, raw in sector_components(facts).items()
    }
    of_market = {"projects": projects(facts), "companies": companies(facts), "gap": gap(facts)}
    found: dict[tuple[str, str], dict[str, tuple[float, int]]] = {}
    for pair in {pair for raw in of_sector.values() for pair in raw}:
        found[pair] = {}
        for name, raw in of_sector.items():
            if pair in raw:
                found[pair][name] = percentiles(raw)[pair], raw[pair][1]
        for name, raw_market in of_market.items():
            if pair[0] in raw_market:
                found[pair][name] = percentiles(raw_market)[pair[0]], raw_market[pair[0]][1]
    return found


def test_levels(served: Warehouse, expected: dict[tuple[str, str], dict[str, tuple[float, int]]]) -> None:
    rows = served.ask("outlook/levels", market=None, sector=None)
    found: dict[tuple[str, str], dict[str, tuple[float, int]]] = defaultdict(dict)
    for _, row in rows.iterrows():
        found[row["market"], row["sector_id"]][row["component"]] = row["level"], row["facts"]
        assert len(row["source_ids"]) and row["since_year"] <= row["year"]
    assert {pair: set(levels) for pair, levels in found.items()} == {p: set(v) for p, v in expected.items()}
    for pair, levels in expected.items():
        for component, (level, count) in levels.items():
            assert found[pair][component] == (pytest.approx(level), count), (pair, component)


def scored(
    expected: dict[tuple[str, str], dict[str, tuple[float, int]]], weights: Iterable[float], least: float = 0
) -> dict[tuple[str, str], tuple[float, float]]:
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
    expected: dict[tuple[str, str], dict[str, tuple[float, int]]],
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
        assert row["facts"] == sum(n for c, (_, n) in expected[pair].items() if c in counted)
    assert list(found["rank"]) == sorted(found["rank"])


def test_a_missing_component_does_not_count_as_zero(
    served: Warehouse, expected: dict[tuple[str, str], dict[str, tuple[float, int]]]
) -> None:
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
    assert len(arrivals) == sector_components(facts)["arrivals"].get(pair, (0, 0))[1], "what is counted is listed"
    assert pd.Series(arrivals["year"]).is_monotonic_decreasing
