"""The one rule by which a series speaks for a market, in plain Python from the CSVs."""

from collections import Counter, defaultdict
from typing import Any

from tests.conftest import Rows
from tests.queries.whole import by_key

Facts = dict[str, Rows]
Key = tuple[str, str, str]  # indicator, market, region
Points = dict[int, dict[str, str]]  # year -> preferred row
Topic = tuple[str, str]  # market, and subject (or group, where an indicator has none)
WINDOW = 4  # years by which a figure may be older than the newest


def every_series(facts: Facts) -> dict[Key, Points]:
    """The preferred rows of every series."""
    found: dict[Key, Points] = defaultdict(dict)
    for row in facts["indicators"]:
        if row["preferred"] == "true":
            found[row["indicator_id"], row["market"], row["region"]][int(row["year"])] = row
    return dict(found)


def distances(facts: Facts) -> dict[str, int]:
    """Region -> closeness to the city."""
    return {row["region"]: int(row["rank"]) for row in facts["regions"]}


def ranks(facts: Facts) -> dict[str, int]:
    """Indicator -> place among the definitions that may speak for a market."""
    return {row["indicator_id"]: int(row["rank"]) for row in facts["indicator_types"] if row["rank"]}


def topics(facts: Facts) -> dict[Topic, list[Key]]:
    kinds = by_key(facts["indicator_types"], "indicator_id")
    found: dict[Topic, list[Key]] = defaultdict(list)
    for key in every_series(facts):
        kind = kinds[key[0]]
        found[key[1], kind["subject"] or kind["group_id"]].append(key)
    return found


def old_ones(facts: Facts) -> set[Key]:
    """Series that are not fresh beside the newest of their topic that may speak (any, where none may)."""
    series, may_speak, found = every_series(facts), ranks(facts), set()
    for keys in topics(facts).values():
        newest = max(max(series[key]) for key in [key for key in keys if key[0] in may_speak] or keys)
        found |= {key for key in keys if max(series[key]) < newest - WINDOW}
    return found


def side_by_side(facts: Facts) -> dict[str, str]:
    """Subject -> the closest region in which most core markets have a fresh series."""
    core = {row["market"] for row in facts["markets"] if row["core"] == "true"}
    old, may_speak, distance = old_ones(facts), ranks(facts), distances(facts)
    markets: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for (market, subject), keys in topics(facts).items():
        if market in core:
            markets[subject] |= {(market, key[2]) for key in keys if key[0] in may_speak and key not in old}
    found = {}
    for subject, having in markets.items():
        counts = Counter(region for _, region in having)
        if common := [region for region, count in counts.items() if 2 * count > len(core)]:
            found[subject] = min(common, key=distance.__getitem__)
    return found


def ranked(facts: Facts) -> dict[Topic, list[Key]]:
    """Every topic's series, the one that speaks for the market first."""
    core = {row["market"] for row in facts["markets"] if row["core"] == "true"}
    series, distance, rank = every_series(facts), distances(facts), ranks(facts)
    old, common = old_ones(facts), side_by_side(facts)

    def place(key: Key, topic: Topic) -> tuple[Any, ...]:
        indicator, market, region = key
        apart = market not in core or region != common.get(topic[1])
        closeness = apart, distance[region], rank.get(indicator, 0), -len(series[key])
        return key in old, indicator not in rank, *closeness, indicator

    return {topic: sorted(keys, key=lambda key: place(key, topic)) for topic, keys in topics(facts).items()}


def best(facts: Facts) -> dict[Topic, Key]:
    """The series that speaks for each market and subject."""
    may_speak = ranks(facts)
    return {topic: keys[0] for topic, keys in ranked(facts).items() if keys[0][0] in may_speak}


def in_role(facts: Facts, role: str) -> list[tuple[str, str]]:
    """Indicators with this role and their region (empty: any), in their order."""
    rows = [row for row in facts["indicator_roles"] if row["role"] == role]
    return [(row["indicator_id"], row["region"]) for row in sorted(rows, key=lambda row: int(row["position"]))]
