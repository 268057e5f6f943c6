"""Every kind of content in a briefing has its slides; one that nobody has said raises."""

from dataclasses import dataclass

import pytest

from dashboard.briefing.brief import Chapter
from dashboard.briefing.chapters import PLANS
from dashboard.briefing.deck import numbers  # noqa: F401 (registers how content is told)
from dashboard.briefing.deck.looks import Looks
from dashboard.briefing.deck.painting import paint
from dashboard.briefing.deck.slide import Body, Cards, Charts, Picture, Slide, Table, Words
from dashboard.briefing.deck.stage import Stage
from dashboard.briefing.deck.template import opened
from dashboard.briefing.deck.texts import Paragraph, Run, cut, height, lines, said
from dashboard.briefing.deck.told import slides, told
from dashboard.content.formula import Formula
from dashboard.content.measures import Measure, Measures
from dashboard.content.part import Part
from dashboard.content.parts import Entries, Note, Nothing, Section, flat
from tests.briefing.decks import about

KINDS = {Cards, Charts, Picture, Table, Words}


def stage(page: str, lang: str, *markets: str) -> Stage:
    """An empty deck for the briefing of a page."""
    looks = Looks()
    return Stage(opened(None, looks, "en-US"), about(page, lang, *markets), looks)


def made(*parts: Part) -> list[Slide]:
    """The slides of a section with these parts."""
    return list(slides(Chapter("c", "A chapter", (Section("s", "A section", "", parts),)), stage("market", "en", "BG")))


def test_every_kind_of_part_has_slides() -> None:
    found: dict[type, set[type]] = {}
    for page in PLANS:
        at = stage(page, "en", *(["JP"] if page == "market" else []))
        for chapter in at.brief.chapters:
            for section in chapter.sections:
                for part in flat(section.parts):
                    if not isinstance(part, Entries) or part.found:
                        own = slides(Chapter("c", "C", (Section("s", "S", "", (part,)),)), at)
                        found.setdefault(type(part), set()).update(type(slide.body) for slide in own)
    assert all(bodies for bodies in found.values()) and len(found) > 9
    assert set().union(*found.values()) == KINDS


def test_what_nobody_has_said_raises() -> None:
    @dataclass(frozen=True)
    class Weather(Part):
        text: str

    class Wind(Body):
        pass

    with pytest.raises(TypeError, match="how a Weather stands in a deck"):
        made(Weather("rain"))
    at = stage("market", "en", "BG")
    with pytest.raises(TypeError, match="how a Wind stands on a slide"):
        paint(Wind(), Slide("", "", "", Wind()), at)
    assert told.dispatch(Formula) is not told.dispatch(Weather)


def test_a_sentence_is_a_remark_or_stands_alone() -> None:
    [alone] = made(Note("Only this.", "Label"))
    assert isinstance(alone.body, Words) and alone.body.text[0].text == "Label: Only this."
    measure = Measure("5", "of 9", 0.5, "Something")
    [first] = made(Measures("M", "", (measure,)), Nothing("There is nothing else."), Note("x" * 300))
    assert first.remarks == ("There is nothing else.",) and first.notes[-1] == "x" * 300


def test_measures_that_follow_each_other_stand_side_by_side() -> None:
    [slide] = made(*(Measures(title, "", (Measure("5", "of 9", 0.5, title),)) for title in "ABC"))
    assert isinstance(slide.body, Cards) and [card.head for card in slide.body.cards] == list("ABC")
    [slide] = made(Measures("A", "", (), "Nothing known."))
    assert isinstance(slide.body, Words) and slide.body.text[0].text == "Nothing known."


def test_a_formula_is_the_one_of_the_paper() -> None:
    shown = [
        part for chapter in about("outlook", "en").chapters for section in chapter.sections for part in section.parts
    ]
    [formula] = [part for part in shown if isinstance(part, Formula)]
    [slide] = made(formula)
    assert isinstance(slide.body, Table)
    assert [one.text for one in slide.body.aside[: len(formula.typed)]] == formula.typed
    assert not any("\\" in line for line in formula.typed) and " / (" in formula.typed[0]


def test_texts_are_cut_where_they_would_run_over() -> None:
    text = said("word " * 500, 10)
    short = cut(text, 200, 3)
    assert short.text.endswith("…") and lines(short, 200) == 3 and height([short], 200) == pytest.approx(3 * 10 * 1.22)
    assert cut(said("short", 10), 200, 1) == said("short", 10)
    assert lines(said("日本電産" * 30, 10), 100) == 12
    assert lines(said("x" * 400, 10), 100) > 10
    mixed = Paragraph((Run("a " * 50), Run("b " * 500), Run("c")), 10)
    assert [run.text[0] for run in cut(mixed, 200, 4).runs] == ["a", "b"]
