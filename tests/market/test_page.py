"""The page Market: content for markets with many facts and with few, and the page as a visitor's link opens it."""

import pytest

from dashboard.app_pages.market import PAGE
from dashboard.app_pages.market.choice import Choice
from dashboard.content import offers
from dashboard.content.choice import read
from dashboard.content.desk import Desk
from dashboard.content.listing import Listing
from dashboard.content.measures import Measures
from dashboard.content.parts import Definitions, Entries, Folded, Head, KeyFigures, Note, Section, figures, flat
from dashboard.language import Language
from dashboard.questions import market as questions
from dashboard.questions import shared
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from tests.conftest import Rows
from tests.opened import Opener

EN = language("en")
FIRST = warehouse().city.first.market


def made(market: str, lang: Language = EN) -> dict[str, Section]:
    """The page's sections by their keys."""
    reading = read(Choice, {"market": [market]}, lang)
    return {section.key: section for section in PAGE.made(reading.choice, lang)}


def only(kind: type, section: Section) -> list:
    return [part for part in flat(section.parts) if isinstance(part, kind)]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_head_names_the_market_and_its_desk(lang: str, facts: dict[str, Rows]) -> None:
    spoken = language(lang)
    opening = made("JP", spoken)["opening"]
    (head,), (desk,) = only(Head, opening), only(Desk, opening)
    row = next(row for row in facts["desks"] if row["desk_id"] == questions.desk(market="JP")[0].desk_id)
    assert head.title == spoken.name("markets", "JP") and head.market.core
    assert (desk.name, desk.focus) == (row[f"name_{lang}"], row[f"focus_{lang}"])
    assert row["since_year"] in desk.since and desk.source.url


def test_without_a_desk_that_is_said() -> None:
    without = next(row.market for row in shared.markets() if questions.desk(market=row.market)[0].desk_id is None)
    (desk,) = only(Desk, made(without)["opening"])
    assert not desk.name and desk.nobody


def test_the_first_key_figure_is_the_one_that_speaks_for_the_market() -> None:
    (shown,) = only(KeyFigures, made("JP")["figures"])
    row = questions.key_figures(market="JP")[0]
    assert shown.figures[0].quantity == row.quantity and row.indicator_id
    assert shown.figures[0].value == EN.quantity(row.quantity)
    assert shown.figures[0].meta == f"{EN.name('regions', row.region)}, {row.year}"
    assert shown.figures[0].source.publisher == row.publisher
    listed = next(figure for figure in shown.figures if figure.label == "sites in our list")
    assert listed.change.endswith("in Düsseldorf")


def test_coverage_and_speed_are_measures() -> None:
    covered, speed = only(Measures, made("JP")["counts"])
    rows = questions.coverage(market="JP")
    assert [item.share for item in covered.items] == [row.share for row in rows]
    assert covered.items[0].unit == f"of {EN.quantity(rows[0].quantity)}"
    own = questions.speed(market="JP")[0]
    assert speed.items[0].value == EN.number(own.median_years, 1) and f"n = {own.companies}" in speed.items[0].text
    alone = only(Measures, made("PL")["counts"])[1]
    assert bool(alone.items) == bool(questions.speed(market="PL")[0].companies) and alone.nothing


def test_every_count_is_defined_once_with_the_number_of_its_line() -> None:
    (listed,) = only(Definitions, made("JP")["counts"])
    positions = {row.position for row in questions.company_counts(market="JP")}
    assert [item.number for item in listed.items] == sorted(positions)
    assert all(item.text and item.source for item in listed.items)


def test_series_are_drawn_or_listed_and_none_twice() -> None:
    people = made("JP")["people"]
    (figure,), (listed,) = figures(people), only(Definitions, people)
    rows = questions.series(market="JP", groups=("people", "talent"))
    drawn = {row.position for row in figure.rows}
    assert len(listed.items) == len({row.position for row in rows} - drawn)
    groups = [row.group_id for row in figure.rows]
    assert groups == sorted(groups), "people before talent"


def test_the_lists_lead_to_companies_and_say_their_sources() -> None:
    sections = made("JP")
    (milestones,) = only(Entries, sections["milestones"])
    row = questions.milestones(market="JP")[0]
    assert milestones.found[0].about.asked() == {"company": [row.company_id]}
    lists = only(Entries, sections["network"])
    assert [part.key for part in lists] == ["market-signals", "market-events", "market-institutions"]
    assert all(entry.source for part in (milestones, *lists) for entry in part.found)


def test_what_is_missing_is_said_in_one_sentence(open_page: Opener) -> None:
    missing = [section.missing for section in made("SY").values() if section.missing]
    assert "sites in the region" in missing and len(missing) > 2
    page = open_page("market", lang="en", market="SY")
    assert f"Nothing is on record for Syria about: {'; '.join(missing)}." in page.html


@pytest.mark.parametrize("lang", ["de", "en"])
def test_page(open_page: Opener, lang: str) -> None:
    page = open_page("market", lang=lang, market="JP")
    assert page.test.selectbox(key="market").value == "JP" and not page.notices
    assert f'<span class="pw-mark"></span>{language(lang).name("markets", "JP")}</h1>' in page.html
    assert {"de": "Wie viele Unternehmen", "en": "How many companies"}[lang] in page.html
    assert set(page.figures) == {
        f"market-{key}" for key in ("counts", "sectors", "arrivals", "milestones", "sites", "homes", "people", "trade")
    }


@pytest.mark.parametrize("wished", ["XX", "all", "", "'; drop table markets --", "é" * 500])
def test_an_unknown_market_is_answered_kindly(open_page: Opener, wished: str) -> None:
    page = open_page("market", lang="en", market=wished)
    assert page.test.selectbox(key="market").value == FIRST
    assert any(EN.name("markets", FIRST) in notice for notice in page.notices) or not wished


def test_the_first_market_is_the_city_s_and_core_markets_are_offered_first() -> None:
    assert read(Choice, {}, EN).codes["market"] == [FIRST]
    core = [bool(warehouse().markets[code].core) for code in offers.markets({}, EN)]
    assert core == sorted(core, reverse=True) and any(core)


def test_another_choice_is_another_page(open_page: Opener) -> None:
    page = open_page("market", lang="en")
    page.test.selectbox(key="market").set_value("CN").run()
    assert "</span>China</h1>" in page.html and "China Competence Centre" in page.html


def test_all_milestones_open_in_a_dialog(open_page: Opener) -> None:
    page = open_page("market", lang="en", market="JP")
    before = page.html.count('class="when"')
    assert page.opened("market-milestones-list-all").html.count('class="when"') > before


def test_the_company_table_is_the_list(facts: dict[str, Rows]) -> None:
    (listed,) = only(Listing, made("KR")["companies"])
    own = {row["company_id"] for row in facts["companies"] if row["market"] == "KR"}
    assert {row.towards.asked()["company"][0] for row in listed.rows} == own


def test_turning_the_list_leaves_the_market_s_sections_as_they_are() -> None:
    first, second = (read(Choice, {"market": ["JP"], "page": [page]}, EN).choice for page in ("1", "2"))
    for make in PAGE.sections[:-1]:
        assert make(first, EN) is make(second, EN)
    assert PAGE.sections[-1](first, EN) != PAGE.sections[-1](second, EN)


def test_a_company_of_the_list_opens_its_card(open_page: Opener, facts: dict[str, Rows]) -> None:
    company = next(row for row in facts["companies"] if row["market"] == "KR")
    page = open_page("market", lang="en", market="KR", company=company["company_id"])
    assert company["name"] in page.html.partition("pw-company ")[2]


def test_why_the_city_counts_more_than_the_district_stands_on_the_page() -> None:
    (note,) = [part for part in only(Note, made("US")["counts"]) if part.label]
    row = questions.larger_inside(market="US")[0]
    assert EN.number(row.value) in note.text and EN.number(row.other_value) in note.text
    assert row.note.en and row.note.en in note.text
    assert not [part for part in only(Note, made("FR")["counts"]) if part.label]


def test_what_the_counts_mean_is_folded_below_them() -> None:
    last = made("JP")["counts"].parts[-1]
    assert isinstance(last, Folded) and isinstance(last.parts[0], Definitions)
