"""The Companies page from the entry point."""

import re
from collections import Counter

import pytest

from dashboard.speaking import language
from tests.conftest import Rows
from tests.opened import Opened, Opener


def listed(page: Opened) -> list[str]:
    return re.findall(r'<tr data-pick="company:([^"]+)"', page.pickable)


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
    page.test.button(key="companies-reset").click().run()
    assert len(listed(page)) == 25
    assert page.test.query_params == {}


def test_another_list_begins_on_its_first_page(open_page: Opener) -> None:
    page = open_page("companies", page="3")
    page.test.multiselect(key="market").select("JP").run()
    assert "page" not in page.test.query_params


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
    card = page.pickable.partition("pw-company ")[2]
    assert "Former names" in card and company["company_id"] in card and "Is something wrong?" in card


def test_who_is_only_announced_is_not_here_since(open_page: Opener, facts: dict[str, Rows]) -> None:
    planned = next(row for row in facts["companies"] if row["status"] == "announced" and row["established"])
    card = open_page("companies", lang="en", company=planned["company_id"]).pickable
    assert f"<dt>Planned for</dt><dd>{planned['established']}</dd>" in card
    assert "Here since" not in card and "At this site since" not in card
