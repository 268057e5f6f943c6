"""The Companies page from the entry point."""

import re
from collections import Counter

import pytest

from dashboard.app_pages.companies import PAGE
from dashboard.app_pages.companies.choice import Choice
from dashboard.app_pages.companies.counts import counts
from dashboard.app_pages.companies.table import table
from dashboard.content.card import Neighbours
from dashboard.content.choice import read
from dashboard.content.extract import taken_along
from dashboard.content.listing import Listing
from dashboard.content.page import Aside
from dashboard.content.parts import Section, figures
from dashboard.link import Go
from dashboard.speaking import language
from tests.conftest import Rows
from tests.opened import Opened, Opener

EN = language("en")


def listed(page: Opened) -> list[str]:
    return re.findall(r'<tr data-pick="companies\?company=([^"]+)"', page.pickable)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_page(open_page: Opener, facts: dict[str, Rows], lang: str) -> None:
    page, words = open_page("companies", lang=lang), language(lang)
    assert {"de": "Unternehmen", "en": "Companies"}[lang] in page.html
    assert set(page.figures) == {"by-market", "by-period"}
    assert len(listed(page)) == 25 and not page.notices
    assert words.number(len(facts["companies"])) in page.pickable


def test_a_view_is_a_link(open_page: Opener, facts: dict[str, Rows]) -> None:
    page = open_page("companies", market=["JP", "KR"], status="active", sort="-arrived")
    wanted = {r["company_id"] for r in facts["companies"] if r["market"] in ("JP", "KR") and r["status"] == "active"}
    assert set(listed(page)) <= wanted and len(listed(page)) == min(25, len(wanted))
    years = [int(year) for year in re.findall(r'class="since">(\d{4})', page.pickable)]
    assert years == sorted(years, reverse=True)


def test_counts_follow_the_other_filters(open_page: Opener, facts: dict[str, Rows]) -> None:
    page = open_page("companies", lang="en", market="KR")
    towns = Counter(row["city"] for row in facts["companies"] if row["market"] == "KR")
    shown = next(box for box in page.test.multiselect if box.key == "town").options
    assert f"Düsseldorf ({towns['Düsseldorf']})" in shown
    assert next(option for option in shown if option.startswith("Krefeld")) == f"Krefeld ({towns['Krefeld']})"


def test_a_search_and_a_filter_are_taken_back_together(open_page: Opener) -> None:
    page = open_page("companies", q="sony", market="JP")
    assert 0 < len(listed(page)) < 25
    next(button for button in page.test.button if button.label == "Alle Filter zurücksetzen").click().run()
    assert len(listed(page)) == 25
    assert page.test.query_params == {}


def test_another_list_begins_on_its_first_page(open_page: Opener) -> None:
    page = open_page("companies", page="3")
    page.test.multiselect(key="market").select("JP").run()
    assert "page" not in page.test.query_params


def test_a_click_on_a_bar_chooses_its_value_and_takes_it_back() -> None:
    def clicked(asked: dict[str, list[str]], number: int) -> dict[str, list[str]]:
        by_market = figures(counts(read(Choice, asked, EN).choice, EN))[0]
        return Go.decoded(by_market.chart.figure.data[0].customdata[number]).asked()

    first = clicked({}, 0)
    both = clicked(first, 1)
    assert len(first["market"]) == 1 and len(both["market"]) == 2 and first["market"][0] in both["market"]
    assert clicked(both, 0)["market"] == both["market"][1:]
    assert clicked(first, 0) == {"market": [""]}, "which takes it back"


def listing(**asked: str) -> Listing:
    section: Section = table(read(Choice, {key: [value] for key, value in asked.items()}, EN).choice, EN)
    assert isinstance(section.parts[0], Listing)
    return section.parts[0]


def test_a_head_sorts_and_then_the_other_way_round() -> None:
    for column, first, second in (("name", "name", "-name"), ("arrived", "-arrived", "arrived")):
        lists = [listing(sort=order) for order in ("sector", first, second)]
        heads = [next(head for head in found.heads if head.key == column) for found in lists]
        assert [head.towards and head.towards.asked() for head in heads] == [
            {"sort": [order]} for order in (first, second, first)
        ]
        assert heads[0].direction == "" and heads[1].direction != heads[2].direction


def test_pages_lead_to_those_beside_them() -> None:
    pager = listing(page="2").pager
    assert pager.text.startswith("26–50 of ")
    assert pager.before and pager.after
    assert (pager.before.asked(), pager.after.asked()) == ({"page": ["1"]}, {"page": ["3"]})
    assert listing().pager.before is None and listing(market="NO").pager.after is None


def test_what_is_taken_along_is_the_whole_list_in_words(facts: dict[str, Rows]) -> None:
    sheet = taken_along(listing(market="JP", sort="-employees").extract(), EN)
    lines = [dict(zip(sheet.titles, line, strict=True)) for line in sheet.lines]
    own = {row["name"]: row for row in facts["companies"] if row["market"] == "JP"}
    assert len(lines) == sum(row["market"] == "JP" for row in facts["companies"]) > 25
    staff = [line["Employees"] for line in lines if line["Employees"] is not None]
    assert staff == sorted(staff, reverse=True)
    assert all(
        line["Source market"] == "Japan" and line["Source market (code)"] == "JP" and line["Name"] in own
        for line in lines
    )
    assert {line["Note"] for line in lines} == {row["note_en"] for row in facts["companies"] if row["market"] == "JP"}


def test_a_neighbours_card_is_one_click_away(facts: dict[str, Rows]) -> None:
    card = PAGE.asides["company"](read(Choice, {"company": [facts["companies"][0]["company_id"]]}, EN).choice, EN)
    assert isinstance(card, Aside)
    near = [other for part in card.parts if isinstance(part, Neighbours) for other in part.found]
    ids = {row["name"]: row["company_id"] for row in facts["companies"]}
    assert near and all(other.towards == Go("companies", (("company", ids[other.name]),)) for other in near)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_nothing_found_is_said(open_page: Opener, lang: str) -> None:
    page = open_page("companies", lang=lang, q="qqqqxxxxzzzz")
    assert not listed(page)
    assert {"de": "Kein Unternehmen", "en": "No company"}[lang] in page.html


def test_nonsense_in_the_address_is_named(open_page: Opener) -> None:
    page = open_page("companies", lang="en", market="XX", sort="zz", page="9999", company="nobody")
    assert len(page.notices) == 4 and len(listed(page)) == 25


def test_a_companys_link_opens_its_card(open_page: Opener, facts: dict[str, Rows]) -> None:
    company = next(r for r in facts["companies"] if r["former_names"])
    page = open_page("companies", lang="en", company=company["company_id"])
    card = page.html.partition("pw-company ")[2]
    assert company["name"] in card and "Former names" in card
    assert page.folded == ["Is something wrong?"]
    assert company["company_id"] in page.html


def test_who_is_only_announced_is_not_here_since(open_page: Opener, facts: dict[str, Rows]) -> None:
    planned = next(row for row in facts["companies"] if row["status"] == "announced" and row["established"])
    card = open_page("companies", lang="en", company=planned["company_id"]).html
    assert f"<dt>Planned for</dt><dd>{planned['established']}</dd>" in card
    assert "Here since" not in card and "At this site since" not in card
