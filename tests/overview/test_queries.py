"""The overview's questions, recomputed in plain Python from the CSVs."""

from collections import Counter, defaultdict

import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.present import present
from tests.queries.ranked import WINDOW, best, every_series
from tests.queries.step import steps
from tests.queries.whole import answered, by_key, known, numbers
from tests.worlds import World

Facts = dict[str, Rows]


def points(facts: Facts, indicator: str, region: str) -> dict[str, dict[int, float]]:
    """market -> year -> preferred value."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for row in facts["indicators"]:
        if row["indicator_id"] == indicator and row["region"] == region and row["preferred"] == "true":
            found[row["market"]][int(row["year"])] = float(row["value"])
    return found


def test_headlines_are_the_newest_values_with_their_change(served: Warehouse, facts: Facts) -> None:
    found = served.ask("overview/headlines")
    wanted = ("position", "indicator_id", "market", "region", "label_en", "label_de")
    expected = [tuple(row[column] for column in wanted) for row in facts["headlines"]]
    assert [tuple(map(str, row)) for row in found[list(wanted)].to_numpy()] == expected
    for _, row in found.iterrows():
        series = points(facts, row["indicator_id"], row["region"])[row["market"]]
        years = sorted(series)
        assert (row["year"], row["value"]) == (years[-1], series[years[-1]])
        assert row["previous_year"] == years[-2]
        assert row["change"] == pytest.approx(series[years[-1]] / series[years[-2]] - 1)


def test_world_of_our_list(served: Warehouse, facts: Facts) -> None:
    found = served.ask("overview/world", measure="list")
    expected = Counter(row["market"] for row in present(facts))
    assert dict(zip(found["market"], found["value"], strict=True)) == {
        m: n for m, n in expected.items() if m not in ("all", "DE")
    }
    sources = {row["source_id"] for row in present(facts) if row["market"] == "JP"}
    assert set(found.set_index("market").loc["JP", "source_ids"]) == sources


@pytest.mark.parametrize(
    ("measure", "indicators", "region"),
    [
        ("companies", ["companies-commercial-register"], "IHK-DUS"),
        ("projects", ["fdi-projects-state-agency", "fdi-projects-state-agency-greater-china"], "NRW"),
        ("residents", ["residents-nationals"], "DUS"),
    ],
)
def test_world_of_published_values(
    served: Warehouse, facts: Facts, measure: str, indicators: list[str], region: str
) -> None:
    found = served.ask("overview/world", measure=measure)
    every: dict[str, dict[int, float]] = {}
    for indicator in indicators:
        for market, series in points(facts, indicator, region).items():
            if market not in ("all", "DE"):
                every[market] = every.get(market, {}) | series
    newest = max(max(series) for series in every.values())
    expected = {m: (max(series), series[max(series)]) for m, series in every.items() if max(series) >= newest - WINDOW}
    assert expected
    assert {row["market"]: (row["year"], row["value"]) for _, row in found.iterrows()} == expected


def test_unknown_measure_gives_no_row(served: Warehouse) -> None:
    assert served.ask("overview/world", measure="nonsense").empty


def test_core_cards(served: Warehouse, facts: Facts) -> None:
    desks, expected = by_key(facts["desks"], "desk_id"), []
    for market in facts["markets"]:
        if market["core"] != "true":
            continue
        rows = [row for row in present(facts) if row["market"] == market["market"]]
        sectors = Counter(row["sector_id"] for row in rows if row["sector_id"] != "other")
        first, second = sorted(sectors, key=lambda sector: (-sectors[sector], sector))[:2]
        desk = desks.get(market["desk_id"])
        told = known(market, "market") | {"desk_id": market["desk_id"] or None}
        told |= numbers(desk, "since_year") if desk else {"since_year": None}
        expected.append(told | {"companies": len(rows), "sector_1": first, "sector_2": second})
    expected.sort(key=lambda row: -row["companies"])
    assert answered(served.ask("overview/core_cards")) == expected


def test_core_series_is_the_one_that_speaks_for_each_core_market(world: World) -> None:
    kinds, speaking = by_key(world.facts["indicator_types"], "indicator_id"), best(world.facts)
    expected = []
    for market in sorted(row["market"] for row in world.facts["markets"] if row["core"] == "true"):
        key = speaking[market, "companies"]
        told = {"market": market, "region": key[2]} | known(kinds[key[0]], "indicator_id")
        expected += [
            told | numbers(row, "year", "value") | known(row, "qualifier", "source_id")
            for _, row in sorted(every_series(world.facts)[key].items())
        ]
    assert answered(world.house.ask("overview/core_series")) == expected


def test_the_core_markets_stand_side_by_side_in_one_region(served: Warehouse) -> None:
    assert served.ask("overview/core_series")["region"].nunique() == 1


def test_studies(served: Warehouse, facts: Facts) -> None:
    found = served.ask("overview/studies")
    expected = {
        (market, year): value
        for market, series in points(facts, "companies-commercial-register", "IHK-DUS").items()
        if market != "all" and len(series) >= 2
        for year, value in series.items()
    }
    assert {(row["market"], row["year"]): row["value"] for _, row in found.iterrows()} == expected


def test_themes(served: Warehouse, facts: Facts) -> None:
    found = served.ask("overview/themes")
    expected = Counter((row["theme_id"], row["market"]) for row in present(facts) if row["theme_id"])
    assert {(row["theme_id"], row["market"]): row["companies"] for _, row in found.iterrows()} == expected


def test_latest_is_the_newest_step_of_each_company(served: Warehouse, facts: Facts) -> None:
    companies = by_key(facts["companies"], "company_id")
    expected = [
        known(row, "milestone_id", "kind", "company_id", "source_id")
        | numbers(row, "year", "month")
        | known(companies[row["company_id"]], "name", "market", "city")
        | known(row, "from_city", "to_city")
        | {"is_announced": companies[row["company_id"]]["status"] == "announced"}
        for row in steps(facts)
    ]
    assert answered(served.ask("overview/latest", rows=12)) == expected[:12]
    assert answered(served.ask("overview/latest", rows=10_000)) == expected


def test_source_list_is_newest_first_undated_last(served: Warehouse, facts: Facts) -> None:
    wanted = facts["sources"][::7]
    dated = [row for row in wanted if row["published"]]
    assert 0 < len(dated) < len(wanted)
    in_order = sorted(dated, key=lambda row: row["source_id"])
    in_order.sort(key=lambda row: row["published"], reverse=True)  # keeps the order of those of one day
    in_order += sorted((row for row in wanted if not row["published"]), key=lambda row: row["source_id"])
    found = served.ask("shared/source_list", source_ids=[row["source_id"] for row in wanted])
    assert answered(found) == [
        known(row, "source_id", "title", "publisher", "url", "published") | {"tertiary": row["tertiary"] == "true"}
        for row in in_order
    ]
