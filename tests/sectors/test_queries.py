"""The sectors page's questions, recomputed in plain Python from the CSVs."""

import itertools
from collections import Counter, defaultdict

import pandas as pd
import pytest

from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.queries.arrivals import arrival, period
from tests.queries.present import present

Facts = dict[str, Rows]
THEMES = [None, "greentech", "connectivity", "life-sciences"]


def of_theme(facts: Facts, theme: str | None) -> Rows:
    return [row for row in facts["companies"] if theme is None or row["theme_id"] == theme]


@pytest.mark.parametrize("theme", THEMES)
def test_matrix(served: Warehouse, facts: Facts, theme: str | None) -> None:
    found = served.ask("sectors/matrix", theme=theme)
    rows = [row for row in present(facts) if theme is None or row["theme_id"] == theme]
    cells = Counter((row["market"], row["sector_id"]) for row in rows)
    markets, sectors = Counter(row["market"] for row in rows), Counter(row["sector_id"] for row in rows)
    assert {(r["market"], r["sector_id"]): r["companies"] for _, r in found.iterrows()} == cells
    for _, r in found.iterrows():
        share, of_all = r["companies"] / markets[r["market"]], sectors[r["sector_id"]] / len(rows)
        assert (r["market_companies"], r["sector_companies"]) == (markets[r["market"]], sectors[r["sector_id"]])
        assert (r["share"], r["share_all"]) == pytest.approx((share, of_all))
        assert r["specialisation"] == pytest.approx(share / of_all)
        expected = {
            row["source_id"] for row in rows if (row["market"], row["sector_id"]) == (r["market"], r["sector_id"])
        }
        assert set(r["source_ids"]) == expected


def arrivals(facts: Facts, market: str, theme: str | None) -> list[tuple[str, str, int | None]]:
    """(sector, group, year of arrival) of the market's companies."""
    own: dict[str, Rows] = defaultdict(list)
    for milestone in facts["milestones"]:
        own[milestone["company_id"]].append(milestone)
    groups = {row["sector_id"]: row["group_id"] for row in facts["sectors"]}
    return [
        (row["sector_id"], groups[row["sector_id"]], arrival(row, own[row["company_id"]]))
        for row in of_theme(facts, theme)
        if market in ("all", row["market"])
    ]


@pytest.mark.parametrize("theme", [None, "greentech"])
@pytest.mark.parametrize("market", ["all", "CN", "JP", "KR", "SY"])
def test_shift(served: Warehouse, facts: Facts, market: str, theme: str | None) -> None:
    found = served.ask("sectors/shift", market=market, theme=theme)
    every = arrivals(facts, market, theme)
    dated = [(group, year) for _, group, year in every if year is not None]
    cells = Counter((group, int(period(year))) for group, year in dated)
    totals = Counter(int(period(year)) for _, year in dated)
    assert {(r["sector_id"], r["period"]): r["arrivals"] for _, r in found.iterrows()} == cells
    means = {g: sum(y for o, y in dated if o == g) / sum(o == g for o, _ in dated) for g, _ in dated}
    order = list(dict.fromkeys(found["sector_id"]))
    assert [means[group] for group in order] == sorted(means.values())
    for _, r in found.iterrows():
        assert r["period_total"] == totals[r["period"]]
        assert r["share"] == pytest.approx(r["arrivals"] / totals[r["period"]])
        assert (r["dated"], r["listed"]) == (len(dated), len(every))


def herfindahl(sectors: list[str]) -> float:
    """The chance that two arrivals, drawn one after the other, are of one sector."""
    pairs = list(itertools.permutations(sectors, 2))
    return sum(one == other for one, other in pairs) / len(pairs)


@pytest.mark.parametrize("theme", [None, "connectivity"])
@pytest.mark.parametrize("market", ["all", "CN", "JP", "KR", "SY"])
def test_concentration(served: Warehouse, facts: Facts, market: str, theme: str | None) -> None:
    found = served.ask("sectors/concentration", market=market, theme=theme).set_index("period")
    own, every = defaultdict(list), defaultdict(list)
    for sector, _, year in arrivals(facts, market, theme):
        own[period(year)].append(sector)
    for sector, _, year in arrivals(facts, "all", theme):
        every[period(year)].append(sector)
    assert {str(p) for p in found.index} == {p for p, mine in own.items() if len(mine) > 1} - {"unknown"}
    for number, r in found.iterrows():
        mine = own[str(number)]
        assert (r["arrivals"], r["sectors"]) == (len(mine), len(set(mine)))
        assert r["herfindahl"] == pytest.approx(herfindahl(mine))
        assert r["herfindahl_all"] == pytest.approx(herfindahl(every[str(number)]))
        assert len(r["source_ids"]) and pd.notna(r["source_ids"]).all()


def test_themes(served: Warehouse, facts: Facts) -> None:
    found = served.ask("sectors/themes")
    assert list(found["theme_id"]) == [row["theme_id"] for row in facts["themes"]]
    counts = Counter(row["theme_id"] for row in present(facts))
    assert list(found["companies"]) == [counts[theme] for theme in found["theme_id"]]
