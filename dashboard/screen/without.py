"""What stays of a page whose engine does not answer: its title, and what can be chosen."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.content.choice import Reading, fields, read_known
from dashboard.content.controls import ControlGrid
from dashboard.content.page import AnyPage
from dashboard.content.part import Part
from dashboard.content.parts import Head
from dashboard.content.view import chosen
from dashboard.language import Language
from dashboard.screen.choosing import notices, settle
from dashboard.screen.page import title
from dashboard.screen.stage import Stage, items, put


def show_without(page: AnyPage, lang: Language) -> None:
    """Draw that, so that what is chosen stands in the address, and what is in memory can be chosen again."""
    stage = Stage(chosen(page, settle(page.choice, lang, read_known), lang))
    title(page.titled(stage.reading, lang))
    put(items(_frame(stage), stage), replace(stage, place=f"{page.name}-without"))
    notices(page.choice, stage.reading, lang)


def _frame(stage: Stage) -> Iterator[Part]:
    yield Head(stage.page.titled(stage.reading, stage.lang))
    if names := tuple(_offered(stage.page, stage.reading, stage.lang)):
        yield ControlGrid(names)


def _offered(page: AnyPage, reading: Reading[object], lang: Language) -> Iterator[str]:
    """What is chosen among words that differ; the two directions of an order have the same."""
    for name, field in fields(page.choice):
        if name not in reading.codes or field.aside or field.restarts or name == page.plays or field.options is None:
            continue
        words = list(field.options(vars(reading.choice), lang).values())
        if words and len(set(words)) == len(words):
            yield name
