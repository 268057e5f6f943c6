"""The data page from the entry point."""

import re

import pytest

from dashboard.app_pages import PAGES
from dashboard.content.page import Aside
from dashboard.content.parts import Definitions, Entries, Matrix, Nothing, flat
from dashboard.content.view import view
from dashboard.link import go
from dashboard.questions import data
from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.opened import Opener

EN = language("en")


def aside(**asked: str) -> Aside | Nothing:
    shown = view(PAGES["data"], {key: [value] for key, value in asked.items()}, EN)
    [name] = asked
    return shown.page.asides[name](shown.reading.choice, EN)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_page(open_page: Opener, lang: str) -> None:
    page = open_page("data", lang=lang)
    assert {"de": "Wer es sagt", "en": "Who says so"}[lang] in page.html
    assert set(page.figures) == {"ages"} and not page.notices
    words, [found] = language(lang), data.summary()
    assert words.number(found.facts) in page.html and words.number(found.sources) in page.html
    assert found.listed > found.sources and words.number(found.listed) in page.html


def test_what_ages_leads_to_its_own_list() -> None:
    shown = view(PAGES["data"], {}, EN)
    [table] = [
        part for section in shown.sections for part in flat(section.parts) if getattr(part, "key", "") == "freshness"
    ]
    assert isinstance(table, Matrix)
    for row, (head, cells) in zip(data.freshness(), table.lines, strict=True):
        assert head.note.endswith(PAGES[row.page].title(EN)), "where it is shown"
        assert head.towards == go("data", recheck=row.recheck) == (cells[1].towards if cells[1] else head.towards)


def test_a_search_narrows_the_sources_and_nonsense_is_said(open_page: Opener) -> None:
    page = open_page("data", lang="en", q="rheinische japan", sort="published")
    [of] = re.findall(r"–\d+ of (\d+)", page.pickable)
    assert int(of) == data.sources(which="all", term="rheinische japan", sorted="title", rows=1, skip=0)[0].total
    assert "No source fits" in open_page("data", lang="en", q="no such thing anywhere").html


def test_a_table_opens_the_meaning_of_all_its_columns(served: Warehouse) -> None:
    for name, table in served.package.tables.items():
        opened = aside(table=name)
        assert isinstance(opened, Aside)
        [listed] = [part for part in opened.parts if isinstance(part, Definitions)]
        assert [item.region.split(" · ")[0] for item in listed.items] == [column.name for column in table.columns]
    assert isinstance(aside(table="nonsense"), Nothing)


def test_a_value_opens_what_each_source_says() -> None:
    row = data.conflicts()[0]
    opened = aside(point=f"{row.indicator_id}.{row.market}.{row.region}.{row.year}")
    assert isinstance(opened, Aside)
    [listed] = [part for part in opened.parts if isinstance(part, Entries)]
    assert len(listed.found) == len(row.said_by)
    assert [entry.kind for entry in listed.found].count("preferred") == 1
    assert isinstance(aside(point="x.JP.DUS.2020"), Nothing)


def test_a_source_opens_what_hangs_on_it() -> None:
    row = data.sources(which="all", term="", sorted="facts", rows=1, skip=0)[0]
    opened = aside(source=row.source_id)
    assert isinstance(opened, Aside)
    lists = [part for part in flat(opened.parts) if isinstance(part, Entries)]
    assert sum(len(part.found) for part in lists[1:]) == row.facts
    assert isinstance(aside(source="nobody"), Nothing)
