"""The Region page from the entry point."""

import json

import pytest

from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.opened import Opener

EVERY = {"markets": [], "sectors": [], "roles": []}


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("kind", ["towns", "sites", "balance", "moves"])
def test_page(open_page: Opener, lang: str, kind: str) -> None:
    page = open_page("region", lang=lang, show=kind)
    assert set(page.figures) == {"region-map", "region-balance"} and not page.notices
    assert page.figures["region-map"]["clickable"] == (kind in ("sites", "moves"))
    assert {"de": "heute", "en": "today"}[lang] in page.figures["region-map"]["title"]


def test_an_earlier_year_names_those_it_cannot_show(open_page: Opener, served: Warehouse) -> None:
    page, words = open_page("region", lang="en", year="2005"), language("en")
    cover = served.ask("region/coverage", year=2005, **EVERY).iloc[0]
    said = page.figures["region-map"]["subtitle"]
    assert f"{words.number(cover['shown'])} of {words.number(cover['listed'])}" in said
    assert f"{words.number(cover['undated'])} whose year of arrival" in said
    assert "2005" in page.figures["region-map"]["title"]


def test_a_choice_without_companies_is_said_in_words(open_page: Opener) -> None:
    page = open_page("region", lang="en", market="SY", sector="tourism-hospitality", role="rnd")
    assert not page.figures
    assert "Nothing is on record" in page.html and "No relocation is on record" in page.html


def test_moves_from_a_town_to_a_town(open_page: Opener, served: Warehouse) -> None:
    page = open_page("region", lang="en", show="moves", **{"from": "Ratingen", "to": "Düsseldorf"})
    moves = served.ask("region/moves", year=None, origin="Ratingen", target="Düsseldorf", **EVERY)
    assert len(moves) > 5 and moves["name"].iloc[0] in page.html and "GE Healthcare" not in page.html
    traces = json.loads(page.figures["region-map"]["figure"])["data"]
    drawn = {key for trace in traces for key in trace.get("customdata", ())}
    assert drawn == set(moves["company_id"])


def test_nonsense_is_named(open_page: Opener) -> None:
    page = open_page("region", market="ZZ", show="x", year="1066", role="king")
    assert len(page.notices) == 4 and "region-map" in page.figures
