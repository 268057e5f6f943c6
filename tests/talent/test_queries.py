"""The talent page's questions, recomputed in plain Python from the CSVs."""

import calendar
from collections import defaultdict
from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.ranked import WINDOW

Facts = dict[str, Rows]
Line = tuple[str, str, str]  # indicator, region, market
CORE = ("JP", "CN", "IN", "KR", "US")
CHOICES = [CORE, ("TR", "PL", "GR"), ("IN", "all"), ("NO",)]
DISTANCE = {"DUS": 1, "DUS-REGION": 2, "IHK-DUS": 3, "NRW": 4, "DE": 5}
RANKS = {
    "residents-nationals": 1,
    "residents-city-register": 2,
    "residents-quoted": 3,
    "residents-state-government": 4,
    "residents-consulate": 5,
    "residents-origin-quoted": 6,
}
MAIN = {"residents-nationals", "students-nationality"}
NOT_PEOPLE = {"total-population", "foreign-share", "net-migration-abroad", "residents-countries-of-origin"}
SCHOOLS = {"school-partnerships", "university-cooperations", "korean-schools"}
WORK = {
    "employees-by-nationality",
    "mint-academic-jobs",
    "nurses-triple-win-started",
    "median-wage-eur",
    "unemployment-rate",
}


def subject_of(kind: dict[str, str]) -> str | None:
    name, group = kind["indicator_id"], kind["group_id"]
    if name in NOT_PEOPLE:
        return None
    if name in SCHOOLS:
        return "schools"
    if name in WORK or name.startswith("blue-card"):
        return "work"
    if group == "people" or name.startswith("residents-"):
        return "residents"
    return "students" if group == "talent" else None


def preferred(facts: Facts) -> dict[Line, dict[int, dict[str, str]]]:
    """indicator, region, market -> year -> the preferred row."""
    found: dict[Line, dict[int, dict[str, str]]] = defaultdict(dict)
    for row in facts["indicators"]:
        if row["preferred"] == "true":
            found[row["indicator_id"], row["region"], row["market"]][int(row["year"])] = row
    return dict(found)


def inhabitants(facts: Facts) -> dict[tuple[str, int], float]:
    """region, year -> published number of inhabitants."""
    return {
        (region, year): float(row["value"])
        for (indicator, region, market), years in preferred(facts).items()
        if indicator == "total-population" and market == "all"
        for year, row in years.items()
    }


def measured(facts: Facts, subject: str, measure: str) -> dict[Line, dict[int, float]]:
    """indicator, region, market -> year -> value in the measure, where it can be computed."""
    kinds = {kind["indicator_id"]: kind for kind in facts["indicator_types"]}
    people = {row["market"]: float(row["population"]) for row in facts["markets"] if row["population"]}
    here = inhabitants(facts)
    found: dict[Line, dict[int, float]] = defaultdict(dict)
    for line, years in preferred(facts).items():
        indicator, region, market = line
        if subject_of(kinds[indicator]) != subject:
            continue
        for year, row in years.items():
            value, countable = float(row["value"]), kinds[indicator]["unit"] == "count"
            if measure == "absolute":
                found[line][year] = value
            elif measure == "per-1000" and countable and (region, year) in here:
                found[line][year] = value / here[region, year] * 1000
            elif measure == "per-million" and countable and market in people:
                found[line][year] = value / people[market] * 1_000_000
    return dict(found)


@pytest.mark.parametrize("measure", ["absolute", "per-1000", "per-million"])
@pytest.mark.parametrize("region", ["all", "DUS", "NRW"])
@pytest.mark.parametrize("subject", ["residents", "students", "work", "schools"])
@pytest.mark.parametrize("markets", CHOICES)
def test_series(
    served: Warehouse, facts: Facts, markets: tuple[str, ...], subject: str, region: str, measure: str
) -> None:
    found = served.ask("talent/series", subjects=(subject,), markets=markets, region=region, measure=measure)
    expected = {
        line: years
        for line, years in measured(facts, subject, measure).items()
        if line[2] in markets and region in ("all", line[1])
    }
    shown = {(*line, year): value for line, years in expected.items() for year, value in years.items()}
    keys = zip(found["indicator_id"], found["region"], found["market"], found["year"], strict=True)
    assert dict(zip(keys, found["shown"], strict=True)) == pytest.approx(shown)
    assert len(found) == len(shown)
    check_panels(found, facts, expected)
    points = preferred(facts)
    for row in found.itertuples():
        assert row.is_latest == (row.year == max(expected[row.indicator_id, row.region, row.market]))
        own = points[row.indicator_id, row.region, row.market][row.year]
        assert (row.value, row.qualifier, row.source_id) == (float(own["value"]), own["qualifier"], own["source_id"])


def check_panels(found: pd.DataFrame, facts: Facts, expected: dict[Line, dict[int, float]]) -> None:
    """A position is one definition and region; leading ones first, then living before old, broad before narrow."""
    if found.empty:
        return
    units = {kind["indicator_id"]: kind["unit"] for kind in facts["indicator_types"]}
    newest = max(year for years in expected.values() for year in years)
    groups = list(found.groupby("position"))
    assert [position for position, _ in groups] == list(range(1, len(groups) + 1))
    order = []
    for _, rows in groups:
        ((indicator, region),) = set(zip(rows["indicator_id"], rows["region"], strict=True))
        lines = [years for line, years in expected.items() if line[:2] == (indicator, region)]
        lowest = min(value for years in lines for value in years.values())
        longest = max(map(len, lines))
        assert set(rows["drawable"]) == {longest > 1 and lowest >= 0 and units[indicator] == "count"}
        main, last = indicator in MAIN, max(year for years in lines for year in years)
        order.append(
            (
                not main,
                DISTANCE[region] if main else 0,
                last < newest - WINDOW,
                -len(lines),
                -longest,
                DISTANCE[region],
                indicator,
            )
        )
    assert order == sorted(order)


def test_a_ratio_names_the_source_of_its_inhabitants(served: Warehouse, facts: Facts) -> None:
    found = served.ask("talent/series", subjects=("residents",), markets=CORE, region="DUS", measure="per-1000")
    bases = {
        (region, year): row["source_id"]
        for (indicator, region, _), years in preferred(facts).items()
        if indicator == "total-population"
        for year, row in years.items()
    }
    assert len(found)
    for row in found.itertuples():
        assert bases[row.region, row.year] in list(row.source_ids) and row.source_id in list(row.source_ids)
        assert row.inhabitants == inhabitants(facts)[row.region, row.year]


def test_inhabitants(served: Warehouse, facts: Facts) -> None:
    found = served.ask("talent/inhabitants")
    keys = zip(found["region"], found["year"], strict=True)
    assert dict(zip(keys, found["value"], strict=True)) == inhabitants(facts)


@pytest.mark.parametrize("region", ["DUS", "NRW", "DE"])
@pytest.mark.parametrize("markets", [CORE, ("TR", "GB", "NO", "UA")])
def test_residents(served: Warehouse, facts: Facts, markets: tuple[str, ...], region: str) -> None:
    found = {
        row["market"]: row for row in served.ask("talent/residents", markets=markets, region=region).to_dict("records")
    }
    assert list(found) == [market for market in markets if market in found]
    for market in markets:
        lines = {
            name: years
            for (name, where, whose), years in preferred(facts).items()
            if name in RANKS and where == region and whose == market
        }
        if not lines:
            assert market not in found
            continue
        newest = max(max(years) for years in lines.values())
        best = min((name for name in lines if max(lines[name]) >= newest - WINDOW), key=RANKS.__getitem__)
        years = sorted(lines[best])
        row = found[market]
        assert (row["indicator_id"], row["year"]) == (best, years[-1])
        assert row["value"] == float(lines[best][years[-1]]["value"])
        if len(years) > 1:
            before = float(lines[best][years[-2]]["value"])
            assert row["change"] == pytest.approx(row["value"] / before - 1) and row["previous_year"] == years[-2]
        else:
            assert pd.isna(row["change"])


@pytest.mark.parametrize("measure", ["absolute", "per-1000", "per-million"])
@pytest.mark.parametrize("subject", ["residents", "students", "work", "schools"])
def test_regions(served: Warehouse, facts: Facts, subject: str, measure: str) -> None:
    found = served.ask("talent/regions", subjects=(subject,), markets=CORE, measure=measure)
    expected: dict[str, int] = defaultdict(int)
    for (_, region, market), years in measured(facts, subject, measure).items():
        if market in CORE:
            expected[region] += len(years)
    expected = {region: count for region, count in expected.items() if count}
    assert dict(zip(found["region"], found["figures"], strict=True)) == expected
    assert list(found["region"]) == sorted(expected, key=DISTANCE.__getitem__)


STAGES = [
    "new-students",
    "students-nationality",
    "blue-card-holders",
    "mint-academic-jobs",
    "employees-by-nationality",
    "residents-nationals",
]


@pytest.mark.parametrize(("market", "region"), [("IN", "DE"), ("CN", "DE"), ("IN", "NRW"), ("NO", "DE")])
def test_pipeline(served: Warehouse, facts: Facts, market: str, region: str) -> None:
    found = served.ask("talent/pipeline", market=market, region=region)
    lines = {stage: preferred(facts).get((stage, region, market)) for stage in STAGES}
    assert list(found["indicator_id"]) == [stage for stage in STAGES if lines[stage]]
    for row in found.to_dict("records"):
        years = lines[row["indicator_id"]] or {}
        first, last = years[min(years)], years[max(years)]
        assert (row["first_year"], row["last_year"], row["points"]) == (min(years), max(years), len(years))
        assert (row["first_value"], row["first_qualifier"]) == (float(first["value"]), first["qualifier"])
        assert (row["last_value"], row["last_qualifier"]) == (float(last["value"]), last["qualifier"])
        assert row["exact"] == (first["qualifier"] == last["qualifier"] == "exact")
        assert set(row["source_ids"]) == {point["source_id"] for point in years.values()}
        if len(years) > 1:
            assert row["times"] == pytest.approx(float(last["value"]) / float(first["value"]))
        else:
            assert pd.isna(row["times"])


def words_of(served: Warehouse) -> tuple[str, ...]:
    return tuple(dict.fromkeys(served.ask("talent/words")["word"]))


def speaks_of(row: dict[str, str], columns: list[str], words: tuple[str, ...]) -> bool:
    return any(word in row[column].lower() for column in columns for word in words)


def test_words_are_lower_case_and_in_both_languages(served: Warehouse) -> None:
    found = served.ask("talent/words")
    assert all(word == word.lower() for word in found["word"])
    assert set(found["lang"]) == {"de", "en"} and not found.duplicated().any()


@pytest.mark.parametrize("today", ["2020-06-15", "2026-02-04", "2031-01-01"])
@pytest.mark.parametrize("markets", [CORE, ("IN",), ("NO",)])
def test_agreements(served: Warehouse, facts: Facts, markets: tuple[str, ...], today: str) -> None:
    words = words_of(served)
    found = served.ask("talent/agreements", markets=markets, words=words, today=today)
    events = {
        row["event_id"]: row
        for row in facts["events"]
        if row["market"] in (*markets, "all") and speaks_of(row, ["title_en", "title_de"], words)
    }
    texts = ["name_en", "name_de", "description_en", "description_de"]
    institutions = {
        row["institution_id"]: row
        for row in facts["institutions"]
        if row["market"] in (*markets, "all") and row["kind"] != "school" and speaks_of(row, texts, words)
    }
    assert set(found.loc[found["record"] == "event", "record_id"]) == set(events)
    assert set(found.loc[found["record"] == "institution", "record_id"]) == set(institutions)
    for row in found.to_dict("records"):
        own = {**events, **institutions}[row["record_id"]]
        assert (row["kind"], row["market"], row["source_id"]) == (own["kind"], own["market"], own["source_id"])
        assert row["coming"] == (row["record"] == "event" and last_day(own) >= date.fromisoformat(today))
    keys = [key_of(row) for row in found.to_dict("records")]
    assert keys == sorted(keys)


def last_day(row: dict[str, str]) -> date:
    year, month = int(row["year"]), int(row["month"] or 12)
    day = int(row["day"]) if row["day"] and row["month"] else calendar.monthrange(year, month)[1]
    return date(year, month, day)


def key_of(row: dict[Any, Any]) -> tuple[Any, ...]:
    """Coming ones first, then the newest; what is not known last."""
    dated = [0 if pd.isna(row[part]) else -int(row[part]) for part in ("year", "month", "day")]
    return (not row["coming"], *dated, row["record_id"])


def test_the_agreements_of_the_brief_are_found(served: Warehouse) -> None:
    found = served.ask("talent/agreements", markets=("IN",), words=words_of(served), today="2026-01-01")
    titles = " ".join(found["title_en"])
    assert "Karnataka" in titles and "Berufskolleg" in titles


@pytest.mark.parametrize("markets", [CORE, ("NL",), ("NO",)])
def test_signals(served: Warehouse, facts: Facts, markets: tuple[str, ...]) -> None:
    words = words_of(served)
    found = served.ask("talent/signals", markets=markets, words=words)
    expected = [
        row
        for row in facts["signals"]
        if row["market"] in (*markets, "all") and speaks_of(row, ["signal_en", "signal_de"], words)
    ]
    expected.sort(key=lambda row: (-int(row["year"]), row["signal_id"]))
    assert list(found["signal_id"]) == [row["signal_id"] for row in expected]
    assert list(found["source_id"]) == [row["source_id"] for row in expected]


@pytest.mark.parametrize("markets", [CORE, ("FR",), ("NO",)])
def test_schools(served: Warehouse, facts: Facts, markets: tuple[str, ...]) -> None:
    found = served.ask("talent/schools", markets=markets)
    expected = [
        row for row in facts["institutions"] if row["kind"] == "school" and row["market"] in (*markets, "DE", "all")
    ]
    assert set(found["institution_id"]) == {row["institution_id"] for row in expected}
    since = [9999 if pd.isna(year) else year for year in found["since_year"]]
    assert since == sorted(since)
    assert dict(zip(found["institution_id"], found["source_id"], strict=True)) == {
        row["institution_id"]: row["source_id"] for row in expected
    }
