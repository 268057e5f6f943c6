"""A briefing as slides: each kind of content on those that it takes. Lists are told in `lists.py`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import singledispatch
from itertools import groupby

from dashboard.briefing.brief import Chapter
from dashboard.briefing.deck.figures import drawn, tabled
from dashboard.briefing.deck.scene import Scene
from dashboard.briefing.deck.slide import Card, Cards, Charts, Slide, Words
from dashboard.briefing.deck.stage import Stage
from dashboard.briefing.deck.texts import Paragraph, Run, said
from dashboard.content import parts
from dashboard.content.figure import Figure
from dashboard.content.measures import Measure, Measures
from dashboard.content.part import Part
from dashboard.content.plotted import Form
from dashboard.content.sources import Source

ACROSS = 5  # cards side by side
Remark = parts.Note | parts.Nothing


def slides(chapter: Chapter, stage: Stage) -> Iterator[Slide]:
    """The slides of a chapter; sentences between its parts stand as remarks on the first slide of their section."""
    for section in chapter.sections:
        scene = Scene(stage, chapter, section)
        shown = [part for part in section.parts if not isinstance(part, Remark) and not _silent(part)]
        remarks = [part for part in section.parts if isinstance(part, Remark)]
        whole = scene.together([slide for part in _joined(shown) for slide in told(part, scene)])
        made = [slide for one in whole for slide in scene.paged(one)]
        if made:
            yield replace(made[0], remarks=tuple(part.text for part in remarks if len(part.text) < SHORT),
                          notes=(*made[0].notes, *(part.text for part in remarks)))  # fmt: skip
            yield from made[1:]
        else:
            yield from (slide for part in remarks for slide in told(part, scene))


SHORT = 160  # letters of a remark that stands on a slide; longer ones are for the speaker


def _silent(part: Part) -> bool:
    """Is it a list in which nothing stands?"""
    return isinstance(part, parts.Entries) and not part.found


def _joined(shown: Sequence[Part]) -> Iterator[Part]:
    """Measures that follow each other are one: they are small, and stand beside each other."""
    for is_measure, group in groupby(shown, key=lambda part: isinstance(part, Measures)):
        if is_measure:
            yield Side(tuple(part for part in group if isinstance(part, Measures)))
        else:
            yield from group


class Side(Part):
    """Measures side by side."""

    def __init__(self, found: tuple[Measures, ...]) -> None:
        self.found = found


@singledispatch
def told(part: Part, scene: Scene) -> Iterator[Slide]:  # noqa: ARG001 (those registered below use it)
    """The slides that a part takes."""
    raise TypeError(f"nobody has said how a {type(part).__name__} stands in a deck")


@told.register
def _(part: Figure, scene: Scene) -> Iterator[Slide]:
    """As a chart to edit, a table, or a picture where there is no such chart."""
    counted = scene.lang.t("What is counted")
    notes = [part.caption.alt, part.sources.counted, *(f"{counted}: {text}" for text in part.definitions)]
    slide = scene.slide(part.caption.title, part.caption.subtitle, Words(()), part.sources.found, notes)
    slide = replace(slide, remarks=tuple(filter(None, [part.sources.counted])))
    if part.plotted and part.plotted.form is Form.TABLE:
        yield replace(slide, body=tabled(part, scene))
    else:
        for body in drawn(part, scene):
            alone = body.panels[0].name if isinstance(body, Charts) and len(body.panels) == 1 else ""
            yield replace(slide, body=body, subtitle=" · ".join(filter(None, [alone, slide.subtitle])))


@told.register
def _(part: parts.KeyFigures, scene: Scene) -> Iterator[Slide]:
    cards = [_key_figure(one, scene) for one in part.figures]
    slide = scene.slide("", "", Words(()), [one.source for one in part.figures if one.source])
    for start in range(0, len(cards), ACROSS):
        yield replace(slide, body=Cards(tuple(cards[start : start + ACROSS])))


def _key_figure(one: parts.KeyFigure, scene: Scene) -> Card:
    text = [
        said(one.label, 15, bold=True),
        said(one.meta, 12, before=5, muted=True),
        said(one.change, 12, before=5),
        *_source(one.source, scene),
    ]
    return Card(one.value, text=tuple(paragraph for paragraph in text if paragraph.text))


def _source(source: Source | None, scene: Scene) -> tuple[Paragraph, ...]:
    return tuple(replace(one, before=5) for one in scene.cited([source] if source else []))


@told.register
def _(part: Side, scene: Scene) -> Iterator[Slide]:
    """Cards, each with the title of its measures."""
    cards = [_measure(one, found, scene) for found in part.found for one in found.items]
    missing = tuple(found.nothing for found in part.found if not found.items and found.nothing)
    sources = [one.source for found in part.found for one in found.items if one.source]
    alone = part.found[0] if len(part.found) == 1 else None
    slide = scene.slide(alone.title if alone else "", alone.subtitle if alone else "", Words(()), sources, missing)
    for start in range(0, len(cards), ACROSS):
        yield replace(slide, body=Cards(tuple(cards[start : start + ACROSS])), remarks=missing)
    if not cards:
        yield replace(slide, body=Words(tuple(said(text, 18) for text in missing)))


def _measure(one: Measure, found: Measures, scene: Scene) -> Card:
    text = [said(one.text, 13), said(found.subtitle, 11, before=5, muted=True), *_source(one.source, scene)]
    return Card(one.value, one.unit, found.title, one.share, tuple(paragraph for paragraph in text if paragraph.text))


@told.register
def _(part: parts.Findings, scene: Scene) -> Iterator[Slide]:
    slide = scene.slide("", "", Words(()))
    yield replace(slide, body=Words(tuple(said(text, 20, before=14) for text in part.items)))


@told.register(parts.Note)
@told.register(parts.Nothing)
def _(part: Remark, scene: Scene) -> Iterator[Slide]:
    label = [Run(f"{part.label}: ", bold=True)] if isinstance(part, parts.Note) and part.label else []
    yield scene.slide("", "", Words((Paragraph((*label, Run(part.text)), 18),)))
