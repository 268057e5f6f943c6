"""The page Relations: filters, calendar, rhythm, institutions, projects, in both languages."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from dashboard.app_pages.relations import PAGE
from dashboard.app_pages.relations.choice import Choice
from dashboard.app_pages.relations.coming import coming
from dashboard.app_pages.relations.institutions import institutions
from dashboard.app_pages.relations.opening import MONTHS
from dashboard.app_pages.relations.projects import projects
from dashboard.app_pages.relations.rhythm import behind, rhythm
from dashboard.content.choice import read
from dashboard.content.groups import Calendar, Group, Groups
from dashboard.content.meant import Unclear
from dashboard.content.parts import Entries, Nothing, Section, figures
from dashboard.link import Go
from dashboard.questions import relations
from dashboard.settings import settings
from dashboard.speaking import language
from tests.conftest import Rows
from tests.opened import Opener

Facts = dict[str, Rows]
FIGURES = {"relations-rhythm", "relations-beginnings", "relations-projects"}
EN = language("en")


def chosen(lang: str = "en", **asked: list[str]) -> Choice:
    """What an address asks for; `since` stands for `from`."""
    return read(Choice, {{"since": "from"}.get(key, key): codes for key, codes in asked.items()}, language(lang)).choice


def dated(facts: Facts) -> Rows:
    """Events with a month, newest first."""
    rows = [row for row in facts["events"] if row["month"]]
    return sorted(rows, key=lambda row: (int(row["year"]), int(row["month"])), reverse=True)


def month_before(row: dict[str, str]) -> date:
    """A day in the month before the event's."""
    return date(int(row["year"]), int(row["month"]), 1) - timedelta(days=10)


def part(section: Section, kind: type) -> Any:
    """The one part of this kind."""
    (found,) = [part for part in section.parts if isinstance(part, kind)]
    return found


def list_of(section: Section, key: str) -> Entries:
    (found,) = [part for part in section.parts if isinstance(part, Entries) and part.key == key]
    return found


def months(lang: str = "en", **asked: list[str]) -> tuple[Group, ...]:
    calendar: Calendar = part(coming(chosen(lang, **asked), language(lang)), Calendar)
    return calendar.months


@pytest.mark.parametrize("lang", ["de", "en"])
def test_page(open_page: Opener, lang: str, monkeypatch: pytest.MonkeyPatch, facts: Facts) -> None:
    newest = dated(facts)[0]
    monkeypatch.setattr(settings(), "today", month_before(newest))
    page = open_page("relations", lang=lang)
    assert set(page.figures) == FIGURES
    assert f"<h1>{language(lang).t('Relations')}</h1>" in page.html
    assert not page.notices
    for sent in page.figures.values():
        assert sent["title"] and len(sent["alt"]) > 10 and "ⓘ" in sent["source"]
    calendar = page.html.split('<ol class="pw-calendar">')[1].split("</ol>")[0]
    assert newest[f"title_{lang}"].split("&")[0] in calendar
    assert f"market?market=JP&amp;lang={lang}" in page.html.split('<dl class="pw-groups narrow">')[1].split("</dl>")[0]
    assert "market?market=all" not in page.html and "market?market=DE" not in page.html


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("kind", ["trade-fair", "conference", "inbound-delegation"])
def test_what_is_next_month_is_seen_today(facts: Facts, monkeypatch: pytest.MonkeyPatch, lang: str, kind: str) -> None:
    event = next(row for row in dated(facts) if row["kind"] == kind)
    monkeypatch.setattr(settings(), "today", month_before(event))
    shown = months(lang)
    assert len(shown) >= MONTHS
    name = language(lang).month(int(event["year"]), int(event["month"]))
    assert shown[1].head.name == name, "the second month of the calendar is the next one"
    (entry,) = [entry for entry in shown[1].found if entry.title == event[f"title_{lang}"]]
    assert entry.mark == event["market"] and entry.source and entry.kind
    assert entry.when.rstrip(".") == (event["day"] or "–")


def test_a_fair_for_all_countries_is_on_every_market_s_calendar(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    fair = next(row for row in dated(facts) if row["kind"] == "trade-fair" and row["market"] == "all")
    monkeypatch.setattr(settings(), "today", month_before(fair))
    shown = [entry for month in months(markets=["KR"], kinds=["trade-fair"]) for entry in month.found]
    (entry,) = [entry for entry in shown if entry.title == fair["title_en"]]
    assert entry.market == "for all countries" and entry.towards is None


def test_what_is_beyond_the_calendar_comes_last(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *_, last = sorted(facts["events"], key=lambda row: row["year"])
    monkeypatch.setattr(settings(), "today", date(int(first["year"]), 1, 1))
    later = months()[-1]
    assert later.head.name == "Later" and later.found[-1].title
    shown = Counter(entry.title for month in months() for entry in month.found)
    assert shown == Counter(row["title_en"] for row in facts["events"])
    assert last["year"] in later.found[-1].when


def test_a_fair_runs_until_its_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    for day, name in ((date(2027, 1, 25), "On now"), (date(2027, 1, 31), "On now"), (date(2027, 2, 1), None)):
        monkeypatch.setattr(settings(), "today", day)
        months: tuple[Group, ...] = part(coming(chosen(), EN), Calendar).months
        found = {group.head.name: group.found for group in months if any("boot" in one.title for one in group.found)}
        assert list(found) == ([name] if name else [])
        if name:
            assert any("until 31 Jan 2027" in one.kind for one in found[name])


def test_without_coming_events_the_last_one_is_named(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    last = max(int(row["year"]) for row in facts["events"])
    monkeypatch.setattr(settings(), "today", date(last + 1, 1, 2))
    _, said = part(coming(chosen(), EN), Nothing).text.split("The last one was: ")
    assert any(row["title_en"] in said and row["year"] == str(last) for row in facts["events"])


def test_a_link_carries_the_whole_choice(open_page: Opener) -> None:
    page = open_page(
        "relations",
        lang="en",
        markets=["JP"],
        kinds=["festival"],
        by="kind",
        institutions=["school"],
        to="2020",
        **{"from": "1960"},
    )
    assert not page.notices
    assert (page.test.selectbox(key="from").value, page.test.selectbox(key="to").value) == ("1960", "2020")
    choice = chosen(
        markets=["JP"], kinds=["festival"], by=["kind"], institutions=["school"], since=["1960"], to=["2020"]
    )
    assert (choice.first, choice.last, choice.events["kinds"]) == (1960, 2020, ("festival",))
    (drawn,) = figures(rhythm(choice, EN))
    found = relations.rhythm(by="kind", **choice.events)
    assert sum(-y for y in drawn.chart.figure.data[0].y) == sum(row.events for row in found) > 0
    schools = relations.institutions(markets=["JP"], kinds=["school"], first=1960, last=2020)
    (drawn,) = figures(institutions(choice, EN))
    years = sorted(x for trace in drawn.chart.figure.data for x in trace.x)
    assert years == sorted(row.since_year for row in schools if row.since_year)


def test_the_last_year_cannot_lie_before_the_first() -> None:
    reading = read(Choice, {"from": ["2000"], "to": ["1990"]}, EN)
    assert reading.unclear == {"last": [Unclear("1990")]} and reading.choice.last > reading.choice.first == 2000


@pytest.mark.parametrize("by", ["market", "kind"])
def test_a_bar_leads_to_the_events_it_counts(by: str, facts: Facts) -> None:
    (drawn,) = figures(rhythm(chosen(by=[by], since=["2023"]), EN))
    for trace in drawn.chart.figure.data[:2]:
        for encoded in trace.customdata:
            target = Go.decoded(encoded)
            assert target.page == PAGE.name
            (cell,) = target.asked()["cell"]
            aside = behind(chosen(by=[by], since=["2023"], cell=[cell]), EN)
            (listed,) = aside.parts
            code, year = cell.split(".")
            own = [row["title_en"] for row in facts["events"] if (row[by], row["year"]) == (code, year)]
            assert isinstance(listed, Entries) and Counter(entry.title for entry in listed.found) == Counter(own)
            name = EN.name("markets", code) if by == "market" else EN.label("events", "kind", code)
            assert aside.title == f"{name} {year}"


def test_a_bar_opens_from_the_address(open_page: Opener) -> None:
    page = open_page("relations", lang="en", cell="IN.2024")
    (dialog,) = page.test.get("dialog")
    assert dialog.proto.dialog.title == "India 2024"
    shut = open_page("relations", lang="en")
    count = sum(row.market == "IN" and row.year == 2024 for row in relations.events(**chosen().events))
    assert page.html.count('class="when"') - shut.html.count('class="when"') == count > 0


def test_a_bar_that_is_not_there_is_said_in_words() -> None:
    for cell in ("ZZ.2024", "2024", "JP.", "<b>"):
        assert isinstance(behind(chosen(cell=[cell]), EN).parts[0], Nothing)


def test_the_project_is_a_flow_from_its_partners(facts: Facts) -> None:
    section = projects(chosen(), EN)
    (drawn,) = figures(section)
    assert len(drawn.chart.figure.data) == len(facts["project_partners"])
    members = [member for group in part(section, Groups).found for member in group.found]
    assert sorted(member.title for member in members) == sorted(row["partner"] for row in facts["project_partners"])
    for row in facts["project_partners"]:
        assert row["partner"].replace("&", "&amp;") in drawn.chart.drawing.replace("<br>", " ")
        assert row["partner"] in drawn.caption.alt


@pytest.mark.parametrize("lang", ["de", "en"])
def test_institutions_without_a_year_are_named_market_by_market(facts: Facts, lang: str) -> None:
    groups = part(institutions(chosen(lang), language(lang)), Groups).found
    names = [member.title for group in groups for member in group.found]
    undated = [row[f"name_{lang}"] for row in facts["institutions"] if not row["since_year"]]
    assert not Counter(undated) - Counter(names)
    dated = {row[f"name_{lang}"] for row in facts["institutions"] if row["since_year"]}
    assert not (dated - set(undated)) & set(names)
    towards = {group.head.market: group.head.towards for group in groups}
    assert towards["JP"] == Go("market", (("market", "JP"),))
    assert towards.get("all") is None and towards.get("DE") is None


def test_nonsense_is_named_and_answered_with_defaults(open_page: Opener) -> None:
    page = open_page(
        "relations",
        lang="en",
        markets=["ZZ"],
        kinds=["no"],
        theme="moon",
        by="x",
        institutions=["q"],
        to="1",
        **{"from": "1800"},
    )
    assert len(page.notices) == 7
    assert set(page.figures) == FIGURES


def test_a_choice_without_any_event_is_said_in_words() -> None:
    choice = chosen(since=["1953"], to=["1954"])
    section = rhythm(choice, EN)
    assert "No event with this choice is on record" in part(section, Nothing).text and not figures(section)
    assert "Nothing is on record for these months" in part(coming(choice, EN), Nothing).text


def test_past_events_of_a_market_are_its_own_and_open_in_a_dialog(open_page: Opener) -> None:
    own = list_of(rhythm(chosen(markets=["IN"]), EN), "relations-past")
    found = relations.events(**chosen(markets=["IN"]).events)
    assert len(own.found) == sum(not row.coming and not row.for_all for row in found) > own.shown
    page = open_page("relations", lang="en", markets=["IN"])
    before = page.html.count('class="when"')
    page = page.opened("relations-past-all")
    assert page.html.count('class="when"') - before == len(own.found)
