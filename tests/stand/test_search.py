"""The stand's search: whatever language a name is typed in, and only what is here."""

import re

import pytest

from dashboard.questions import companies
from dashboard.speaking import language
from dashboard.stand import search
from dashboard.stand.way import LONGEST, Step, Visit
from dashboard.stand.words import spoken
from tests.conftest import Rows
from tests.queries.present import present as here

Facts = dict[str, Rows]


def sought(term: str, lang: str = "en") -> str:
    return search.search(Visit(lang, (Step("search", term),)), language(lang))


def picks(html: str, kind: str = "") -> list[str]:
    found = re.findall(r'data-pick="([^"]+)"', html.partition('<div class="topics">')[0])
    return [pick for pick in found if pick.startswith(f"{kind}:")]


@pytest.mark.parametrize(
    ("term", "lang", "pick"),
    [
        ("日本", "ja", "market:JP"),
        ("Japan", "ja", "market:JP"),
        ("nippon steel", "ja", "company:"),
        ("韩国", "zh", "market:KR"),
        ("Suedkorea", "ko", "market:KR"),
        ("greentech", "ko", "theme:greentech"),
        ("Wasserstoff", "en", "topic:hydrogen"),
        ("hydrogen", "de", "topic:hydrogen"),
        ("kuenstliche", "de", "topic:artificial-intelligence"),
        ("maschin", "en", "sector:machinery-automation"),
    ],
)
def test_names_in_every_language_are_found(term: str, lang: str, pick: str) -> None:
    assert any(found.startswith(pick) for found in picks(sought(term, lang), pick.partition(":")[0]))


@pytest.mark.parametrize("term", ["mitsub", "toyo", "gmbh", "wasserstoff", "hydrogen", "huawai"])
def test_companies_are_those_that_the_list_s_search_finds_and_are_here(term: str, facts: Facts) -> None:
    present = {row["company_id"] for row in here(facts)}
    wanted = {row.company_id for row in companies.search(term=term)} & present
    html = sought(term)
    shown = [pick.partition(":")[2] for pick in picks(html, "company")]
    assert wanted and set(shown) <= wanted and len(shown) == min(len(wanted), search.COMPANIES)
    assert (f'data-pick="list:all:found:{term}"' in html) == (len(wanted) > len(shown))


def test_who_left_is_not_found(facts: Facts) -> None:
    present = {row["company_id"] for row in here(facts)}
    gone = [row for row in facts["companies"] if row["company_id"] not in present][:20]
    for row in gone:
        assert f"company:{row['company_id']}" not in picks(sought(row["name"][:LONGEST]), "company")


@pytest.mark.parametrize("lang", [each.code for each in spoken()])
def test_nothing_found_and_nothing_typed_say_so(lang: str) -> None:
    said = language(lang)
    nobody, empty = sought("qqzzqq", lang), sought("  ", lang)
    assert "qqzzqq" in nobody and said.t("Or touch a topic") in nobody and not picks(nobody, "company")
    assert said.t("Type a name: companies from abroad in {city} and its region.", city=said.city) in empty


def test_what_is_typed_cannot_become_markup() -> None:
    html = sought('"><script>alert(1)</script>')
    assert "<script>" not in html


@pytest.mark.parametrize("lang", [each.code for each in spoken()])
def test_the_keys_and_the_topics(lang: str, facts: Facts) -> None:
    html = sought("", lang)
    keys = set(re.findall(r'data-key="([^"]+)"', html))
    assert {*"abcdefghijklmnopqrstuvwxyz0123456789äöüß", " ", "delete", "clear"} <= keys
    topics = html.partition('<div class="topics">')[2]
    for topic in {topic.strip() for row in here(facts) for topic in row["topics"].split(";")} - {""}:
        assert f'data-pick="topic:{topic}"' in topics
        assert language(lang).name("topics", topic) in topics.replace("&amp;", "&")
