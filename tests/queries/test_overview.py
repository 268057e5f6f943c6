"""The overview's questions, recomputed in plain Python from the CSVs."""

from collections import Counter, defaultdict

import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows

Facts = dict[str, Rows]


def points(facts: Facts, indicator: str, region: str) -> dict[str, dict[int, float]]:
    """market -> year -> preferred value."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for row in facts["indicators"]:
        if row["indicator_id"] == indicator and row["region"] == region and row["preferred"] == "true":
            found[row["market"]][int(row["year"])] = float(row["value"])
    return found


def present(facts: Facts) -> Rows:
    return [row for row in facts["companies"] if row["status"] != "left"]


def test_headlines_are_the_newest_values_with_their_change(served: Warehouse, facts: Facts) -> None:
    found = served.ask("overview/headlines")
    assert list(found["position"]) == [1, 2, 3, 4, 5]
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
    expected = {m: (max(series), series[max(series)]) for m, series in every.items() if max(series) >= newest - 5}
    assert expected
    assert {row["market"]: (row["year"], row["value"]) for _, row in found.iterrows()} == expected


def test_unknown_measure_gives_no_row(served: Warehouse) -> None:
    assert served.ask("overview/world", measure="nonsense").empty


def test_core_cards(served: Warehouse, facts: Facts) -> None:
    found = served.ask("overview/core_cards").set_index("market")
    core = {row["market"] for row in facts["markets"] if row["core"] == "true"}
    assert set(found.index) == core
    for market, card in found.iterrows():
        rows = [row for row in present(facts) if row["market"] == market]
        sectors = Counter(row["sector_id"] for row in rows if row["sector_id"] != "other")
        ranked = sorted(sectors, key=lambda sector: (-sectors[sector], sector))
        assert card["companies"] == len(rows)
        assert [card["sector_1"], card["sector_2"]] == ranked[:2]


def test_core_series_is_one_living_definition_per_market(served: Warehouse, facts: Facts) -> None:
    found = served.ask("overview/core_series")
    groups = {
        row["indicator_id"]
        for row in facts["indicator_types"]
        if row["group_id"] == "companies" and row["unit"] == "count"
    }
    for market, rows in found.groupby("market"):
        every: dict[tuple[str, str], set[int]] = defaultdict(set)
        for row in facts["indicators"]:
            if row["market"] == market and row["indicator_id"] in groups and row["preferred"] == "true":
                every[row["indicator_id"], row["region"]].add(int(row["year"]))
        newest = max(max(years) for years in every.values())
        alive = {key: years for key, years in every.items() if max(years) >= newest - 5}
        assert rows[["indicator_id", "region"]].drop_duplicates().shape[0] == 1
        assert len(rows) == max(map(len, alive.values()))
        key = (rows["indicator_id"].iloc[0], rows["region"].iloc[0])
        series = points(facts, *key)[str(market)]
        assert dict(zip(rows["year"], rows["value"], strict=True)) == series


def test_chamber_studies(served: Warehouse, facts: Facts) -> None:
    found = served.ask("overview/chamber_studies")
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


def test_latest_is_newest_first_and_tells_only_of_arrivals_growth_and_moves(served: Warehouse, facts: Facts) -> None:
    kinds = {"settlement", "startup-landing", "expansion", "rnd-centre", "hq-upgrade", "relocation"}
    found = served.ask("overview/latest", rows=12)
    expected = sorted(
        (row for row in facts["milestones"] if row["kind"] in kinds),
        key=lambda row: (-int(row["year"]), -int(row["month"] or 0), row["milestone_id"]),
    )
    assert list(found["milestone_id"]) == [row["milestone_id"] for row in expected[:12]]
    companies = {row["company_id"]: row for row in facts["companies"]}
    of = [companies[row["company_id"]] for row in expected[:12]]
    assert list(found["is_announced"]) == [company["status"] == "announced" for company in of]
    assert [town or "" for town in found["town_de"]] == [
        next((p["name_de"] for p in facts["places"] if p["place"] == company["city"]), "") for company in of
    ]


def test_source_list_and_names(served: Warehouse, facts: Facts) -> None:
    wanted = [row["source_id"] for row in facts["sources"][:5]]
    assert set(served.ask("shared/source_list", source_ids=wanted)["source_id"]) == set(wanted)
    for table, key in {
        "markets": "market",
        "sectors": "sector_id",
        "themes": "theme_id",
        "regions": "region",
    }.items():
        found = served.ask("shared/names", code_list=table)
        assert list(found["code"]) == [row[key] for row in facts[table]]
        assert list(found["name_de"]) == [row["name_de"] for row in facts[table]]
