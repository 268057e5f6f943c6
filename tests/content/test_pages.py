"""Every section of every page, made without a server: for markets in turn, in both languages."""

from dataclasses import fields as declared

import pytest

from dashboard.app_pages import PAGES
from dashboard.content.choice import fields, read
from dashboard.content.page import AnyPage
from dashboard.content.parts import Control, Section, figures, flat
from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.made import in_turn


@pytest.mark.slow
@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_every_section_for_every_market(page: AnyPage, lang: str, served: Warehouse) -> None:
    spoken, turn = language(lang), 2 * list(PAGES).index(page.name) + COMPLETE.index(lang)
    for market in in_turn(list(served.markets), turn):
        asked = {field.key: [market] for _, field in fields(page.choice) if field.options}
        reading = read(page.choice, asked, spoken)
        for section in page.made(reading.choice, spoken):
            assert isinstance(section, Section)
            for figure in figures(section):
                assert figure.rows and figure.sources.found, figure.key
                assert figure.caption.title and figure.caption.alt
                assert len(figure.columns) > 1 and all(all(column.title) for column in figure.columns), figure.key


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_a_choice_is_read_from_what_it_offers(page: AnyPage) -> None:
    """Every option of every field is understood where an address asks for it."""
    spoken = language("en")
    start = read(page.choice, {}, spoken)
    assert not start.unclear
    for name, field in fields(page.choice):
        for code in field.options(vars(start.choice), spoken) if field.options else ():
            assert read(page.choice, {field.key: [code]}, spoken).codes[name] == [code]
    assert len(declared(page.choice)) >= len(dict(fields(page.choice)))


@pytest.mark.parametrize("page", [page for page in PAGES.values() if page.plays], ids=lambda page: page.name)
def test_what_plays_is_chosen_after_the_first_section(page: AnyPage) -> None:
    """For the sections after it are shown with each option."""
    spoken = language("en")
    sections = page.made(read(page.choice, {}, spoken).choice, spoken)
    drawn = [number for number, section in enumerate(sections) if Control(page.plays) in flat(section.parts)]
    assert drawn and drawn[0] > 0
