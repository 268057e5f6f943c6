"""The Talent page: its content in both languages, and the page from the entry point."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from dashboard.app_pages.talent import PAGE
from dashboard.app_pages.talent.choice import SUBJECTS, Choice
from dashboard.app_pages.talent.way import way
from dashboard.content.choice import read
from dashboard.content.parts import Definitions, Entries, Note, Nothing, Section, figures, flat
from dashboard.language import Language
from dashboard.questions import talent
from dashboard.speaking import language
from dashboard.warehouse import Warehouse, warehouse
from dashboard.warehouse.city import First
from dashboard.warehouse.memory import Memory
from tests.conftest import Rows
from tests.opened import Opener

CORE = ("JP", "CN", "IN", "KR", "US")
EN = language("en")


def made(lang: Language = EN, **asked: Sequence[str]) -> dict[str, Section]:
    """The page's sections, by their keys."""
    choice = read(Choice, asked, lang).choice
    return {section.key: section for section in PAGE.made(choice, lang)}


def said(section: Section) -> str:
    """What stands in words where there is nothing to show."""
    return " ".join(part.text for part in flat(section.parts) if isinstance(part, Nothing | Note))


@pytest.mark.parametrize("lang", ["de", "en"])
def test_page(open_page: Opener, facts: dict[str, Rows], lang: str) -> None:
    page, words = open_page("talent", lang=lang), language(lang)
    assert set(page.figures) == {
        "talent-residents-1",
        "talent-residents-2",
        "talent-students-1",
        "talent-students-2",
        "talent-work-2",
        "talent-pipeline",
        "talent-partnerships-2",
    }
    assert re.findall(r"<h1>(.*?)</h1>", page.html) == [words.t("Talent")]
    assert len(re.findall(r"<h2>", page.html)) == 5
    urls = {row["source_id"]: row["url"] for row in facts["sources"]}
    for row in talent.residents(markets=CORE, region="DUS"):
        assert words.quantity(row.quantity) in page.html
        assert urls[row.source_id].replace("&", "&amp;") in page.html
    assert f'market?market=IN&amp;lang={lang}" target="_self"' in page.html, "the market's name is a link"
    assert not page.notices


def test_it_begins_with_the_core_markets() -> None:
    assert read(Choice, {}, EN).choice.markets == CORE


def test_its_subjects_are_the_data_s(facts: dict[str, Rows]) -> None:
    assert set(SUBJECTS) <= {row["subject"] for row in facts["subjects"]}
    assert set(SUBJECTS) <= {row["subject"] for row in facts["indicator_types"]}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_agreement_stands_with_its_source_and_the_rule(
    served: Warehouse, facts: dict[str, Rows], lang: str
) -> None:
    words = served.ask("talent/words")
    publishers = {row["source_id"]: row["publisher"] for row in facts["sources"]}
    section = made(language(lang), markets=["IN"])["lists"]
    assert ", ".join(words.loc[words["lang"] == lang, "word"]) in section.text
    listed = next(part for part in flat(section.parts) if isinstance(part, Entries))
    found = served.ask("talent/agreements", markets=("IN",), words=tuple(words["word"]), today="2026-01-01")
    assert {(entry.title, entry.source and entry.source.publisher) for entry in listed.found} == {
        (row[f"title_{lang}"], publishers[row["source_id"]]) for row in found.to_dict("records")
    }
    own = language(lang).name("markets", "IN")
    links = {entry.market: entry.towards and entry.towards.encoded() for entry in listed.found}
    assert links.pop(own) == "market?market=IN"
    assert set(links.values()) <= {None}, "all countries together have no page"


def test_no_line_joins_two_definitions(served: Warehouse) -> None:
    rows = served.ask("talent/series", subjects=("residents",), markets=CORE, region="all", measure="absolute")
    lines = [
        (tuple(own["year"]), tuple(own["shown"]))
        for _, own in rows.groupby(["indicator_id", "region", "market"], sort=False)
    ]
    drawn = [trace for figure in figures(made()["residents"]) for trace in figure.chart.figure.data]
    assert drawn
    for trace in drawn:
        assert tuple(tuple(v for v in trace[axis] if v is not None) for axis in "xy") in lines


def test_every_row_of_a_subject_stands_once_in_a_list() -> None:
    """What is drawn is listed with its definition, what is not is listed without: nothing is lost, nothing twice."""
    rows = talent.series(subjects=("students",), markets=CORE, region="all", measure="absolute")
    lists = [part for part in flat(made()["students"].parts) if isinstance(part, Definitions)]
    lines = [line for part in lists for item in part.items for line in item.values]
    assert sum(line.text.count(" · ") + 1 for line in lines) == len(rows)
    assert len(lines) == len({(row.indicator_id, row.region, row.market) for row in rows})
    assert all(line.sources and line.towards for line in lines)
    assert [bool(item.text) for part in lists for item in part.items] == [
        part is lists[1] for part in lists for _ in part.items
    ]


def test_a_link_carries_the_whole_choice(served: Warehouse) -> None:
    rows = served.ask(
        "talent/series", subjects=("residents",), markets=("TR", "PL"), region="NRW", measure="per-million"
    )
    page = made(markets=["TR", "PL"], region=["NRW"], measure=["per-million"])
    leading = figures(page["residents"])[0]
    main = rows[rows["is_main"] & rows["drawable"]]
    assert leading.key == "talent-residents-1"
    drawn = [y for trace in leading.chart.figure.data for y in trace.y if y is not None]
    assert drawn == pytest.approx(list(main["shown"]))
    assert "GeoNames" in said(page["opening"])


@pytest.mark.parametrize("lang", ["de", "en"])
def test_per_1000_inhabitants_says_what_is_not_known(served: Warehouse, lang: str) -> None:
    words = language(lang)
    page = made(words, measure=["per-1000"])
    assert all(str(year) in said(page["opening"]) for year in served.ask("talent/inhabitants")["year"])
    what = words.t("skilled workers and EU Blue Cards")
    assert said(page["work"]) == words.t(
        "In this measure nothing can be said about: {what}. Try absolute numbers.", what=what
    )


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_market_without_figures_is_answered_in_words(lang: str) -> None:
    words = language(lang)
    page = made(words, markets=["NO"], region=["DUS"])
    nothing = words.t("For the chosen markets nothing is on record about: {what}.", what=words.t("residents"))
    assert said(page["residents"]) == nothing
    lists = [part for part in flat(page["lists"].parts) if isinstance(part, Entries)]
    assert not lists[2].found and lists[2].nothing
    assert [figure.key for section in page.values() for figure in figures(section)] == ["talent-pipeline"]


def test_a_region_without_figures_points_to_those_with_some() -> None:
    page = made(markets=["IN"], region=["DUS"])
    assert "Nothing is on record here about: students and pupils. There are figures for" in said(page["students"])


def test_no_market_at_all_is_asked_for_one(open_page: Opener) -> None:
    page = open_page("talent", lang="en", markets="")
    assert page.html.count('class="pw-empty"') == 1 and "Choose at least one source market" in page.html
    assert not page.figures and "<h2>" not in page.html


def test_a_city_that_follows_nobody_has_no_such_section(monkeypatch: pytest.MonkeyPatch) -> None:
    house = warehouse()
    city = house.city.model_copy(update={"first": First()})
    monkeypatch.setattr(house, "snapshot", replace(house.snapshot, city=city, memory=Memory(1)))
    found = way(read(Choice, {}, EN).choice, EN)
    assert not found.title and not found.parts


def test_the_way_is_followed_elsewhere_too(facts: dict[str, Rows]) -> None:
    listed = next(part for part in flat(made()["way"].parts) if isinstance(part, Definitions))
    regions = {row["region"]: row["name_en"] for row in facts["regions"]}
    assert regions["DE"] not in {item.region for item in listed.items}, "that is what the figure shows"
    assert listed.title == f"In {EN.join(list(dict.fromkeys(item.region for item in listed.items)))}"
    assert not any(line.market for item in listed.items for line in item.values), "it is of one market"


def test_nonsense_is_named_and_answered_with_defaults(open_page: Opener) -> None:
    page = open_page("talent", markets=["JP", "ZZ"], region="Moon", measure="x")
    assert len(page.notices) == 3
    assert "talent-residents-1" in page.figures
