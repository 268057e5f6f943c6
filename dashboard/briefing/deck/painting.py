"""Each kind of what fills a slide, put onto it."""

import io
from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.briefing.deck.charts import data_of, finish
from dashboard.briefing.deck.drawn import Drawn
from dashboard.briefing.deck.layouts import HEAD, MAIN, SECOND, SECOND_HEAD
from dashboard.briefing.deck.slide import Body, Card, Cards, Charts, Picture, Slide, Table, Words
from dashboard.briefing.deck.stage import Room, Stage
from dashboard.briefing.deck.tables import put_table
from dashboard.briefing.deck.texts import Paragraph, Run, cut, fitting, said
from dashboard.briefing.deck.writing import describe, write

ACROSS = 3  # charts side by side
BETWEEN, HEADED, LOWER = Pt(22), Pt(34), Pt(32)  # between charts or cards; the head of a chart; above cards
Places = dict[int, Any]


def put(content: Slide, stage: Stage) -> None:
    """A slide more, without a placeholder that says nothing."""
    slide = paint(content.body, content, stage)
    tidy(slide)


def tidy(slide: Any) -> None:
    """Take away what nobody has filled: editors would show a prompt there."""
    for place in list(slide.placeholders):
        if place.has_text_frame and not place.text_frame.text.strip() and place.element.tag.endswith("}sp"):
            place._element.getparent().remove(place._element)


@singledispatch
def paint(body: Body, content: Slide, stage: Stage) -> Any:  # noqa: ARG001 (those registered below use them)
    """Put a slide with this body into the deck; the slide."""
    raise TypeError(f"nobody has said how a {type(body).__name__} stands on a slide")


@paint.register
def _(body: Charts, content: Slide, stage: Stage) -> Any:
    """One chart, two with their heads, or up to six small ones."""
    layout = "Pocket Two charts" if len(body.panels) == 2 else "Pocket Chart"
    slide, places = stage.frame(layout, content)
    if len(body.panels) > 2:
        _small(slide, body, stage)
        return slide
    for panel, number, head in zip(body.panels, (MAIN, SECOND), (HEAD, SECOND_HEAD), strict=False):
        drawn = Drawn(body, panel, stage.looks, stage.tongue)
        if head in places:
            stage.fill(places[head], _head(panel.name, stage.room(layout, head)))
        _finish(places[number].insert_chart(*data_of(drawn)), drawn)
    return slide


def _head(name: str, room: Room) -> Paragraph:
    return fitting(name, room.width, (12, 11), most=2, bold=True)


def _small(slide: Any, body: Charts, stage: Stage) -> None:
    room = stage.room("Pocket Chart")
    for cell, panel in zip(_cells(room, len(body.panels)), body.panels, strict=True):
        box = slide.shapes.add_textbox(cell.left, cell.top, cell.wide, HEADED)
        text_box(box, [_head(panel.name, cell)], stage)
        drawn = Drawn(body, panel, stage.looks, stage.tongue, small=True)
        kind, data = data_of(drawn)
        below = (cell.left, cell.top + HEADED, cell.wide, cell.high - HEADED)
        _finish(slide.shapes.add_chart(kind, *below, data), drawn)


def _cells(room: Room, count: int) -> list[Room]:
    """Equal rooms for so many charts, in rows of three (four: of two)."""
    across = 2 if count == 4 else min(count, ACROSS)
    down = -(-count // across)
    wide = (room.wide - (across - 1) * BETWEEN) // across
    high = (room.high - (down - 1) * BETWEEN // 2) // down
    return [
        Room(room.left + at % across * (wide + BETWEEN), room.top + at // across * (high + BETWEEN // 2), wide, high)
        for at in range(count)
    ]


def _finish(frame: Any, drawn: Drawn) -> None:
    finish(frame.chart, drawn)
    describe(frame, f"{drawn.panel.name}: {drawn.charts.alt}" if drawn.panel.name else drawn.charts.alt)


def text_box(box: Any, text: Sequence[Paragraph], stage: Stage) -> None:
    """Text in a box without margins."""
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    write(frame, text, stage.tongue)


@paint.register
def _(body: Picture, content: Slide, stage: Stage) -> Any:
    """A picture, whole; where nobody has words for the place beside it, over the whole width."""
    slide, places = stage.frame("Pocket Picture", content)
    room = stage.room("Pocket Picture" if body.text else "Pocket Chart")
    picture = places[MAIN].insert_picture(io.BytesIO(body.content))
    picture.crop_left = picture.crop_right = picture.crop_top = picture.crop_bottom = 0
    wide, high = picture.image.size
    scale = min(room.wide / wide, room.high / high)
    picture.left, picture.top = room.left, room.top
    picture.width, picture.height = round(wide * scale), round(high * scale)
    describe(picture, body.alt)
    if body.text:
        stage.fill(places[HEAD], *body.text)
    return slide


@paint.register
def _(body: Table, content: Slide, stage: Stage) -> Any:
    layout = "Pocket List" if body.aside else "Pocket Table"
    slide, places = stage.frame(layout, content)
    if body.aside:
        stage.fill(places[HEAD], *body.aside)
    put_table(places[MAIN], body, stage.room(layout), stage.tongue)
    return slide


@paint.register
def _(body: Words, content: Slide, stage: Stage) -> Any:
    layout = "Pocket Sources" if body.columns else "Pocket Text"
    slide, places = stage.frame(layout, content)
    stage.fill(places[MAIN], *body.text)
    return slide


@paint.register
def _(body: Cards, content: Slide, stage: Stage) -> Any:
    """Large numbers below rules in the market's colour."""
    slide, places = stage.frame("Pocket Text", content)
    places[MAIN]._element.getparent().remove(places[MAIN]._element)
    room = stage.room("Pocket Chart")
    count = max(len(body.cards), 3)
    wide = (room.wide - (count - 1) * BETWEEN) // count
    for at, card in enumerate(body.cards):
        _card(slide, card, Room(room.left + at * (wide + BETWEEN), room.top + LOWER, wide, room.high - LOWER), stage)
    return slide


def _card(slide: Any, card: Card, room: Room, stage: Stage) -> None:
    _bar(slide, Room(room.left, room.top, room.wide, Pt(2.5)), MSO_THEME_COLOR.ACCENT_1)
    top = room.top + Pt(12)
    if card.head:
        text_box(slide.shapes.add_textbox(room.left, top, room.wide, Pt(36)), [_head(card.head, room)], stage)
        top += Pt(40)
    number = _number(card, room.width)
    box = slide.shapes.add_textbox(room.left, top, room.wide, Pt(54))
    text_box(box, [number], stage)
    box.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM  # numbers of several sizes stand on one line
    top += Pt(60)
    if card.share is not None:
        _bar(slide, Room(room.left, top, room.wide, Pt(6)), MSO_THEME_COLOR.BACKGROUND_2)
        _bar(
            slide, Room(room.left, top, max(round(room.wide * min(card.share, 1)), 1), Pt(6)), MSO_THEME_COLOR.ACCENT_1
        )
        top += Pt(14)
    text = [cut(paragraph, room.width, 6) for paragraph in card.text]
    text_box(slide.shapes.add_textbox(room.left, top, room.wide, room.top + room.high - top), text, stage)


def _number(card: Card, width: float) -> Paragraph:
    """The number as large as it finds room, and smaller what follows it."""
    unit = f" {card.unit}" if card.unit else ""
    room = width - len(unit) * 8
    found = fitting(card.value, room, (44, 38, 32, 28, 24, 20, 17), bold=True, serif=True)
    whole = Paragraph((Run(found.runs[0].text, size=found.size, serif=True, bold=True), *said(unit, 16).runs), 16)
    return cut(whole, width, 1)


def _bar(slide: Any, room: Room, colour: MSO_THEME_COLOR) -> None:
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *room)
    bar.fill.solid()
    bar.fill.fore_color.theme_color = colour
    bar.line.fill.background()
    for dressing in ("p:style", "p:txBody"):  # a shadow, an empty text
        bar._element.remove(bar._element.find(qn(dressing)))
