"""The page Relations, run from the entry: filters, calendar, rhythm, institutions, projects, in both languages."""

import json
import re
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.sections.relations_choice import MONTHS
from dashboard.settings import ROOT, settings
from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.opened import Opener

Facts = dict[str, Rows]
FIGURES = {"relations-rhythm", "relations-beginnings", "relations-projects"}


def dated(facts: Facts) -> Rows:
    """Events with a month, newest first."""
    rows = [row for row in facts["events"] if row["month"]]
    return sorted(rows, key=lambda row: (int(row["year"]), int(row["month"])), reverse=True)


def month_before(row: dict[str, str]) -> date:
    """A day in the month before the event's."""
    return date(int(row["year"]), int(row["month"]), 1) - timedelta(days=10)


def calendar_of(html: str) -> str:
    _, begin, rest = html.partition('<ol class="pw-calendar">')
    return rest.split("</ol>")[0] if begin else ""


@pytest.mark.parametrize("lang", ["de", "en"])
def test_page(open_page: Opener, lang: str, monkeypatch: pytest.MonkeyPatch, facts: Facts) -> None:
    monkeypatch.setattr(settings(), "today", month_before(dated(facts)[0]))
    page = open_page("relations", lang=lang)
    assert set(page.figures) == FIGURES
    assert f"<h1>{language(lang).t('Relations')}</h1>" in page.html
    assert not page.notices
    for sent in page.figures.values():
        assert sent["title"] and len(sent["alt"]) > 10 and "ⓘ" in sent["source"]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("kind", ["trade-fair", "conference", "inbound-delegation"])
def test_what_is_next_month_is_seen_today(
    open_page: Opener, facts: Facts, monkeypatch: pytest.MonkeyPatch, lang: str, kind: str
) -> None:
    event = next(row for row in dated(facts) if row["kind"] == kind)
    monkeypatch.setattr(settings(), "today", month_before(event))
    shown = calendar_of(open_page("relations", lang=lang).html)
    cells = re.findall(r"<li[^>]*><h3>(.*?)</h3>(.*?)(?=<li[^>]*><h3>|$)", shown, re.DOTALL)
    assert len(cells) >= MONTHS
    name = language(lang).month(int(event["year"]), int(event["month"]))
    assert cells[1][0] == name, "the second month of the calendar is the next one"
    title = event[f"title_{lang}"].replace("&", "&amp;").replace('"', "&#34;").replace("'", "&#39;")
    assert title in cells[1][1]


def test_a_fair_for_all_countries_is_on_every_market_s_calendar(
    open_page: Opener, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    fair = next(row for row in dated(facts) if row["kind"] == "trade-fair" and row["market"] == "all")
    monkeypatch.setattr(settings(), "today", month_before(fair))
    shown = calendar_of(open_page("relations", lang="en", markets=["KR"], kinds=["trade-fair"]).html)
    assert fair["title_en"] in shown and "for all countries" in shown


def test_without_coming_events_the_last_one_is_named(
    open_page: Opener, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = max(int(row["year"]) for row in facts["events"])
    monkeypatch.setattr(settings(), "today", date(last + 1, 1, 2))
    html = open_page("relations", lang="en").html
    assert not calendar_of(html) and "The last one was: " in html
    said = re.findall(r"The last one was: (.*?)\.</p>", html)[0]
    assert any(row["title_en"] in said and row["year"] == str(last) for row in facts["events"])


def test_a_link_carries_the_whole_choice(open_page: Opener, served: Warehouse) -> None:
    page = open_page(
        "relations", lang="en", markets=["JP"], kinds=["festival"], by="kind", institutions=["school"], to="2020",
        **{"from": "1960"},
    )  # fmt: skip
    assert not page.notices
    choice = {"markets": ["JP"], "kinds": ["festival"], "theme": "", "first": 1960, "last": 2020}
    today = settings().current_date().isoformat()
    found = served.ask("relations/rhythm", by="kind", today=today, **choice)
    bars = json.loads(page.figures["relations-rhythm"]["figure"])["data"][0]
    assert sum(-y for y in bars["y"]) == found["events"].sum() > 0
    schools = served.ask("relations/institutions", markets=["JP"], kinds=["school"], first=1960, last=2020)
    marks = json.loads(page.figures["relations-beginnings"]["figure"])["data"]
    assert sorted(x for trace in marks for x in trace["x"]) == sorted(schools["since_year"].dropna())


def test_the_project_is_a_flow_from_its_partners(open_page: Opener, facts: Facts) -> None:
    sent = open_page("relations", lang="en").figures["relations-projects"]
    for row in facts["project_partners"]:
        assert (
            row["partner"].replace("&", "&amp;") in sent["figure"].replace("<br>", " ")
            and row["partner"] in sent["alt"]
        )
    assert len(json.loads(sent["figure"])["data"]) == len(facts["project_partners"])


@pytest.mark.parametrize("lang", ["de", "en"])
def test_institutions_without_a_year_are_named_in_words_and_markets_are_links(
    open_page: Opener, facts: Facts, lang: str
) -> None:
    html = open_page("relations", lang=lang).html
    said = html.split('<dl class="pw-undated">')[1].split("</dl>")[0]
    for row in facts["institutions"]:
        name = row[f"name_{lang}"].replace("&", "&amp;").replace('"', "&#34;").replace("'", "&#39;")
        assert (f">{name}<" in said or f"<dd>{name} <" in said) == (not row["since_year"]), row["institution_id"]
    assert f"market?market=JP&amp;lang={lang}" in said
    assert "market?market=all" not in html and "market?market=DE" not in html


def test_nonsense_is_named_and_answered_with_defaults(open_page: Opener) -> None:
    page = open_page(
        "relations", lang="en", markets=["ZZ"], kinds=["no"], theme="moon", by="x", institutions=["q"], to="1",
        **{"from": "1800"},
    )  # fmt: skip
    assert len(page.notices) == 7
    assert set(page.figures) == FIGURES


def test_a_choice_without_any_event_is_said_in_words(open_page: Opener) -> None:
    page = open_page("relations", lang="en", **{"from": "1953", "to": "1954"})
    assert "No event with this choice is on record" in page.html
    assert "relations-rhythm" not in page.figures
    assert "Nothing is on record for these months" in page.html


def test_all_past_events_open_in_a_dialog(served: Warehouse) -> None:
    test = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    test.query_params["lang"] = "en"
    test.query_params["markets"] = ["IN"]
    test.switch_page("app_pages/relations.py").run()
    choice = {"markets": ["IN"], "kinds": [], "theme": "", "first": 1900, "last": 2100}
    found = served.ask("relations/events", today=settings().current_date().isoformat(), **choice)
    before = "".join(e.proto.body for e in test.get("html")).count('class="when"')
    test.button(key="relations-past-all").click().run()
    assert not test.exception
    after = "".join(e.proto.body for e in test.get("html")).count('class="when"')
    assert after - before == (~found["coming"] & ~found["for_all"]).sum() > 0
