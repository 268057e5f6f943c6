"""Occasions to get in touch as the pages of a market and of relations show them."""

from datetime import date

import pytest

from dashboard.content.occasions import lists
from dashboard.content.parts import Entries, Section
from dashboard.language import COMPLETE
from dashboard.link import Go
from dashboard.questions import shared
from dashboard.settings import settings
from dashboard.speaking import language
from tests.conftest import Rows
from tests.made import made, parts
from tests.opened import Opener

Facts = dict[str, Rows]
TODAY = date(2026, 11, 23)
EN = language("en")
TITLES = {"en": "Occasions to get in touch", "de": "Anlässe für ein Gespräch"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "today", TODAY)


def section(page: str, lang: str = "en", **asked: list[str]) -> Section:
    (found,) = [one for one in made(page, language(lang), **asked) if one.key == "occasions"]
    return found


def listed(page: str, lang: str = "en", **asked: list[str]) -> dict[str, Entries]:
    return {part.key.removeprefix("occasions-"): part for part in parts(Entries, [section(page, lang, **asked)])}


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("market", ["JP", "US", "IN", "KR"])
def test_a_market_and_relations_tell_the_same(market: str, lang: str) -> None:
    """But for what concerns all countries, which belongs to every market of Relations."""
    own, chosen = listed("market", lang, market=[market]), listed("relations", lang, markets=[market])
    everywhere = {language(lang).text(row.name) for row in shared.occasions(markets=["all"], theme="", today=TODAY)}
    for kind, entries in own.items():
        rest = [one for one in chosen[kind].found if one.title not in everywhere]
        assert [(one.when, one.title, one.kind) for one in rest] == [
            (one.when, one.title, one.kind) for one in entries.found
        ]
        assert all(one.source for one in entries.found) and not any(one.market for one in entries.found)
        assert {one.market for one in rest} <= {language(lang).name("markets", market)}


@pytest.mark.parametrize("lang", COMPLETE)
def test_every_occasion_of_relations_says_whose_it_is_and_leads_on(lang: str, facts: Facts) -> None:
    every = listed("relations", lang)
    rows = shared.occasions(markets=(), theme="", today=TODAY)
    assert sum(len(part.found) for part in every.values()) == len(rows)
    names = {row["company_id"]: row["name"] for row in facts["companies"]}
    for entry in (one for part in every.values() for one in part.found):
        assert entry.market and entry.source and entry.when
        if entry.about:
            assert names[entry.about.asked()["company"][0]] == entry.title
    assert Go("market", (("market", "JP"),)) in {one.towards for one in every["anniversary"].found}


def test_what_an_entry_says() -> None:
    every = {entry.title: entry for part in listed("relations").values() for entry in part.found}
    rows = {row.name.en: row for row in shared.occasions(markets=(), theme="", today=TODAY)}
    kinds = {name: entry.kind for name, entry in every.items()}
    here = next(row for row in rows.values() if row.company_id and row.of_site is False and row.status == "active")
    site = next(row for row in rows.values() if row.of_site)
    institution = next(row for row in rows.values() if row.occasion == "anniversary" and not row.company_id)
    unsure = next(row for row in rows.values() if row.status == "unknown")
    assert kinds[here.name.en].startswith(f"{here.years} years here, since {here.since}")
    assert kinds[site.name.en].startswith(f"{site.years} years at this site, since {site.since}")
    assert f" · {institution.years} years, since {institution.since}" in kinds[institution.name.en]
    assert every[institution.name.en].about is None and "Status: Unknown" in kinds[unsure.name.en]
    due = next(row for row in rows.values() if row.due_year)
    assert kinds[due.name.en].startswith("Expansion") and f" · due by {due.due_year}" in kinds[due.name.en]
    assert every[due.name.en].text == due.text.en


def test_a_theme_leaves_its_companies(facts: Facts) -> None:
    themes = {row["company_id"]: row["theme_id"] for row in facts["companies"]}
    own = next(row for row in shared.occasions(markets=(), theme="", today=TODAY) if themes.get(row.company_id or ""))
    theme = themes[own.company_id or ""]
    found = [entry for part in listed("relations", theme=[theme]).values() for entry in part.found]
    assert found and {themes[one.about.asked()["company"][0]] for one in found if one.about} == {theme}
    assert all(one.about for one in found)


def test_a_market_of_an_occasion_alone_can_be_chosen() -> None:
    rows = shared.occasions(markets=(), theme="", today=TODAY)
    for market in {row.market for row in rows} - {"all", None}:
        assert any(part.found for part in listed("relations", markets=[market]).values()), market


def test_of_a_market_without_any_that_is_said() -> None:
    told = {row.market for row in shared.occasions(markets=(), theme="", today=TODAY)}
    quiet = next(row.market for row in shared.markets() if row.market not in told)
    found = section("market", market=[quiet])
    assert found.missing == "occasions to get in touch" and not found.parts


def test_a_list_without_entries_says_so() -> None:
    row = next(row for row in shared.occasions(markets=(), theme="", today=TODAY) if row.occasion == "unheard")
    empty = [part for (part,) in lists((row,), EN, of_one=True).columns if isinstance(part, Entries) and not part.found]
    assert len(empty) == 2 and all(part.nothing for part in empty)


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("page", ["market", "relations"])
def test_on_the_page(open_page: Opener, page: str, lang: str) -> None:
    shown = open_page(page, lang=lang, **{"market": "JP"} if page == "market" else {"markets": ["JP"]})
    assert f"<h2>{TITLES[lang]}</h2>" in shown.html
    before = shown.html.count('class="when"')
    shown = shown.opened("occasions-unheard-all")
    silent = listed(page, lang, **{"market" if page == "market" else "markets": ["JP"]})["unheard"]
    assert shown.html.count('class="when"') - before == len(silent.found) > silent.shown
