"""A visitor's way: every touch leads on or back, and only to what is on offer."""

from itertools import pairwise

import pytest
import streamlit as st

from dashboard.speaking import language
from dashboard.stand import fields
from dashboard.stand.paging import pager, slice_of
from dashboard.stand.visitor import PAGES, begin, choose, visit
from dashboard.stand.way import OFFERED, Step, Visit, offered, step_at
from tests.conftest import Rows
from tests.queries.present import present as here

Facts = dict[str, Rows]


@pytest.fixture(autouse=True)
def nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})


def walked(*picks: str) -> Visit:
    begin()
    for pick in picks:
        choose(pick)
    return visit()


def test_back_leads_to_where_one_came_from() -> None:
    picks = ["lang:ko", "market:KR", "sector:all", "sector:it-software", "search", "theme:greentech"]
    way = [Visit(), *(walked(*picks[: count + 1]) for count in range(len(picks)))]
    assert [visit.now.kind for visit in way] == [
        "languages", "countries", "market", "sector", "sector", "search", "theme",
    ]  # fmt: skip
    for before, after in pairwise(way):
        assert after.back() == before
    assert way[-1].market == "KR", "the country the visitor is from, wherever he goes"


def test_pages_and_terms_belong_to_the_page_that_is_shown() -> None:
    now = walked("lang:en", "list:all:theme:greentech", "page:1", "lang:de")
    assert now == Visit("de", (Step("list", "all:theme:greentech", 1),))
    assert walked("lang:en", "search", "term:Wasser", "topic:hydrogen", "back").now == Step("search", "Wasser")
    assert walked("lang:en", "market:JP", "term:Wasser").now == Step("market", "JP"), "nothing is typed there"
    assert len(walked("lang:en", "search", "term:" + 99 * "a").now.value) == 40


NOWHERE = (
    "market:XX", "sector:none", "topic:none", "theme:", "company:none", "list:XX", "list:all:topic:none",
    "list:all:found:", "list:JP::none", "page:-1", "page:x", "page:99999", "lang:xx", "pages:1", "", ":", "languages",
    "search:" + 41 * "a",
)  # fmt: skip


@pytest.mark.parametrize("pick", NOWHERE)
def test_what_is_not_on_offer_changes_nothing(pick: str) -> None:
    before = walked("lang:en", "market:JP")
    choose(pick)
    assert visit() == before


def test_nothing_is_open_before_a_language_is_chosen() -> None:
    assert walked("market:JP") == Visit()


def test_who_left_has_no_card(facts: Facts) -> None:
    present = {row["company_id"] for row in here(facts)}
    gone = sorted({row["company_id"] for row in facts["companies"]} - present)
    for company in [*gone[::5], *sorted(present)[::50]]:
        for kind in ("company", "history"):
            assert (step_at(f"{kind}:{company}") is not None) == (company in present), company


def test_staff_open_the_stand_at_a_step() -> None:
    begin("topic:hydrogen")
    assert visit().now == Step("topic", "hydrogen") and visit().lang
    begin("company:none")
    assert visit() == Visit(), "what is not there opens nothing"


def test_every_kind_of_step_has_its_page() -> None:
    assert set(PAGES) == {*OFFERED, "languages", "countries"}


def test_as_many_companies_as_fit_are_named() -> None:
    assert fields.fitting(["Alpha", "Beta"], 200) == 2
    assert fields.fitting(["Alpha", "Beta", "Gamma"], 130) == 2
    assert fields.fitting(["A name too long"], 3) == 1
    assert fields.fitting([], 3) == 0


def test_a_long_list_is_turned_in_pages() -> None:
    lang, rows = language("en"), list(range(50))
    assert slice_of(rows, 0, 24) == (rows[:24], 0)
    assert slice_of(rows, 9, 24) == (rows[48:], 2), "past the end is the last page"
    assert slice_of([], 3, 24) == ([], 0)
    assert pager(24, 0, 24, lang) is None
    shown = [pager(50, page, 24, lang) for page in range(3)]
    assert [page and (page["text"], page["before"], page["after"]) for page in shown] == [
        ("1–24 of 50", None, 1), ("25–48 of 50", 0, 2), ("49–50 of 50", 1, None),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["de", "ja"])
def test_who_is_one_touch_away_is_named_once(lang: str, facts: Facts) -> None:
    """A field's page opens each company it names, and the whole list where it names not all."""
    spoken = language(lang)
    html = fields.field(Visit(lang, (Step("market", "JP"), Step("topic", "hydrogen"))), spoken)
    on_topic = [row for row in here(facts) if "hydrogen" in row["topics"]]
    for market in offered():
        own = [row for row in on_topic if row["market"] == market]
        named = [row for row in own if f'data-pick="company:{row["company_id"]}"' in html]
        assert (f'data-pick="list:{market}:topic:hydrogen"' in html) == (len(named) < len(own)), market
