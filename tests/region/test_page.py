"""The Region page from the entry point."""

import json
import re

import pytest

from dashboard.app_pages import PAGES
from dashboard.app_pages.region.choice import Choice
from dashboard.app_pages.region.words import jobs_text
from dashboard.content.choice import read
from dashboard.content.parts import Entries, flat
from dashboard.questions import region
from dashboard.screen import playing
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.opened import Opened, Opener
from tests.region.test_queries import moved

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
    moves = served.ask("region/moves", year=None, origins=["Ratingen"], targets=["Düsseldorf"], **EVERY)
    assert len(moves) > 5 and moves["name"].iloc[0] in page.html and "GE Healthcare" not in page.html
    traces = json.loads(page.figures["region-map"]["figure"])["data"]
    drawn = {key for trace in traces for key in trace.get("customdata", ())}
    assert drawn == {f"companies?company={company}" for company in moves["company_id"]}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_moves_from_several_towns_sum_their_jobs_and_say_what_is_unknown(
    open_page: Opener, facts: dict[str, Rows], lang: str
) -> None:
    page, words = open_page("region", lang=lang, **{"from": ["Ratingen", "Cologne"]}), language(lang)
    moves = [row for row in moved(facts) if row["from_city"] in ("Ratingen", "Köln")]
    jobs = [int(row["jobs"]) for row in moves if row["jobs"]]
    said = next(line for line in page.html.splitlines() if "pw-note" in line and words.number(sum(jobs)) in line)
    numbers = [len(moves), sum(jobs), len(jobs), len(moves) - len(jobs)]
    assert [int(re.sub(r"\D", "", found)) for found in re.findall(r"\d[\d.,\\]*", said)] == numbers
    assert page.test.query_params["from"] == ["Ratingen", "Köln"]
    assert not page.notices and "GE Healthcare" not in page.html


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([40, 60, 20], "3 relocations; 120 jobs moved with them, counted move by move."),
        ([None], "1 relocation; of none is it known how many jobs moved."),
    ],
)
def test_jobs_of_all_moves_or_of_none(numbers: list[int | None], said: str) -> None:
    assert jobs_text(numbers, language("en")) == said


def test_the_last_year_is_today() -> None:
    years = read(Choice, {}, language("en"))
    last = years.default["year"][0]
    assert years.choice.year is None and read(Choice, {"year": [last]}, language("en")).choice.year is None
    assert read(Choice, {"year": ["2015"]}, language("en")).choice.year == 2015


def test_every_relocation_names_its_source_and_leads_to_its_company() -> None:
    words = language("de")
    choice = read(Choice, {}, words).choice
    sections = PAGES["region"].made(choice, words)
    (listed,) = [part for section in sections for part in flat(section.parts) if isinstance(part, Entries)]
    moves = choice.moves()
    assert len(listed.found) == len(moves) > 20
    for entry, move in zip(listed.found, moves, strict=True):
        assert entry.source and entry.source.title and entry.source.publisher
        assert entry.about and entry.about.encoded() == f"companies?company={move.company_id}"


def test_the_years_play_to_the_last_and_leave_the_address_alone(
    open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = region.years(today=settings().current_date())[0].last_year
    start = str(last - 3)
    page = open_page("region", lang="en", year=start).test
    monkeypatch.setattr(playing, "PACE", 0)
    page.button(key="region-play").click()
    for year in (last - 2, last - 1):
        shown = Opened(page.run())
        assert str(year) in shown.figures["region-map"]["title"]
        assert page.select_slider(key="region-shown").disabled and page.select_slider(key="region-shown").value == str(
            year
        )
        assert page.button(key="region-play").label == "Pause" and page.query_params["year"] in (start, [start])
    shown = Opened(page.run())
    assert "today" in shown.figures["region-map"]["title"] and page.button(key="region-play").label == "Play"
    assert page.select_slider(key="year").value == str(last) and "year" not in page.query_params


def test_a_pause_keeps_the_year_shown(open_page: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page("region", lang="en", year="1990").test
    monkeypatch.setattr(playing, "PACE", 0)
    page.button(key="region-play").click().run()
    page.button(key="region-play").click().run()
    assert page.button(key="region-play").label == "Play" and page.select_slider(key="year").value == "1991"
    assert page.query_params["year"] in ("1991", ["1991"])
    page.button(key="region-play").click().run()
    assert page.select_slider(key="region-shown").value == "1992", "it goes on where it stopped"


def test_the_last_year_plays_from_the_first(open_page: Opener) -> None:
    page = open_page("region", lang="en").test
    page.button(key="region-play").click().run()
    first = region.years(today=settings().current_date())[0].first_year
    assert page.select_slider(key="region-shown").value == str(first)


def test_nonsense_is_named(open_page: Opener) -> None:
    page = open_page("region", market="ZZ", show="x", year="1066", role="king")
    assert len(page.notices) == 4 and "region-map" in page.figures
