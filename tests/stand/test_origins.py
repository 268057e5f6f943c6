"""The opening scene: its numbers against the CSVs and the other scenes, its map, what stands there of an empty city."""

import re
from collections import Counter
from itertools import accumulate, pairwise
from pathlib import Path

import pytest

from dashboard.language import LANGUAGES
from dashboard.questions import overview, stand
from dashboard.speaking import language
from dashboard.stand.atlas import arc, land, spot
from dashboard.stand.origins import origins
from dashboard.warehouse import Warehouse
from tests.cities.conftest import served_instead
from tests.conftest import Rows, copy_of_data
from tests.queries.present import present
from tests.warehouse.test_check import set_cell

Facts = dict[str, Rows]


def test_the_world_adds_up_to_the_numbers_of_the_other_scenes(served: Warehouse, facts: Facts) -> None:
    rows = stand.origins()
    home = served.city.country
    wanted = Counter(row["market"] for row in present(facts) if row["market"] != home)
    assert [(row.companies, row.market) for row in rows] == sorted((n, market) for market, n in wanted.items())
    assert [row.companies_so_far for row in rows] == list(accumulate(row.companies for row in rows))
    assert [row.countries_so_far for row in rows] == list(range(1, len(rows) + 1))
    [summary] = stand.summary()
    assert (rows[-1].companies_so_far, rows[-1].countries_so_far) == (summary.companies, summary.countries)
    assert {row.market: row.companies for row in rows} == {
        row.market: row.value for row in overview.world(measure="list")
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_country_has_its_arc_and_says_what_has_come_so_far(code: str) -> None:
    lang, html, rows = language(code), origins(language(code)), stand.origins()
    arcs = re.findall(r'<g class="pw-(\w+)" data-name="([^"]+)" data-companies="([^"]+)" data-until="(\d+)"', html)
    assert [market.upper() for market, *_ in arcs] == [row.market for row in rows]
    assert [(name, int(until)) for _, name, _, until in arcs] == [
        (lang.name("markets", row.market), row.companies_so_far) for row in rows
    ]
    assert html.count("pathLength") == len(rows) > 30
    assert f">{lang.number(rows[-1].companies_so_far)}<" in html and lang.city in html


def test_one_company_from_one_country_is_said_in_the_singular() -> None:
    assert 'data-said="site from 1 country in our list"' in origins(language("en"))
    assert 'data-said="sites from 2 countries in our list"' in origins(language("en"))


def test_a_market_without_a_capital_is_counted_and_has_no_arc(tmp_path: Path) -> None:
    before = len(stand.origins())
    folder = copy_of_data(tmp_path)
    lines = (folder / "markets.csv").read_text(encoding="utf-8").splitlines()
    row = next(number for number, line in enumerate(lines, 1) if line.startswith("JP,"))
    set_cell(folder, "markets", row, "capital", "")
    with served_instead(folder):
        assert len(stand.origins()) == before
        html = origins(language("en"))
        assert html.count("data-until") == before and html.count("pathLength") == before - 1


def test_the_map_is_cut_open_where_no_land_is() -> None:
    for outline in land().split("M")[1:]:
        points = [float(point.split(",")[0]) for point in outline.rstrip("Z").split("L")]
        assert max((abs(a - b) for a, b in pairwise(points)), default=0) < 60
    assert len(land()) < 80_000, "it is sent with every scene"


def test_places_stand_where_the_natural_earth_projection_puts_them() -> None:
    assert spot(0, 11.5) == (500.0, 0.0), "the middle of a map that is cut open at 168.5 degrees west"
    north, south = spot(60, 40), spot(-60, 40)
    assert north[0] == south[0] and north[1] == -south[1] < 0
    assert spot(60, 101.5)[0] - 500 == pytest.approx(0.8196 * (spot(0, 101.5)[0] - 500), abs=1), "as in its table"
    assert arc((0.0, 0.0), (100.0, 0.0)).startswith("M0.0,0.0Q50.0,-")
