"""Lists as slides: tables without lines between their columns, on as many slides as they take."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.briefing.brief import sources_in
from dashboard.briefing.deck.scene import Scene, two
from dashboard.briefing.deck.slide import Cell, Slide, Table, Words
from dashboard.briefing.deck.texts import Paragraph, Run, cut, said
from dashboard.briefing.deck.told import told
from dashboard.content import parts
from dashboard.content.breakdown import Breakdown, Ingredient
from dashboard.content.desk import Desk, Person
from dashboard.content.formula import Formula
from dashboard.content.groups import Group, Groups

MOST = 5  # lines of a text in a table
ROOM = 866  # points that a table is wide at most: only to cut what is endless
TEXT = 12  # points


def table(
    widths: Sequence[float], rows: Sequence[Sequence[Sequence[Paragraph]]], alt: str, head: Sequence[str] = ()
) -> Table:
    """A table of paragraphs; each is cut after a few lines."""
    made = tuple(
        tuple(
            Cell(tuple(cut(one, ROOM * share * 0.9, MOST) for one in cell if one.text))
            for cell, share in zip(row, widths, strict=True)
        )
        for row in rows
    )
    heads = tuple(
        Cell((cut(said(text, 11, bold=True), ROOM * share, 2),)) for text, share in zip(head, widths, strict=False)
    )
    return Table(tuple(widths), heads, made, alt)


@told.register
def _(part: parts.Entries, scene: Scene) -> Iterator[Slide]:
    """When, what, and of which kind with its source."""
    rows = [
        (
            (said(one.when, TEXT, muted=True),),
            two(one.title, one.text),
            (
                said(" · ".join(filter(None, [one.market, one.kind])), 11),
                *scene.cited([one.source] if one.source else []),
            ),
        )
        for one in part.found
    ]
    slide = scene.slide(part.title, part.subtitle, Words(()), scene.sources(part))
    yield replace(slide, body=table((0.12, 0.54, 0.34), rows, slide.title))


@told.register
def _(part: parts.Definitions, scene: Scene) -> Iterator[Slide]:
    """What a figure counts: its name and region, its values, what it is and who says so."""
    explained = any(one.text for one in part.items)
    rows = [_defined(one, scene, explained) for one in part.items]
    title = part.title or scene.lang.t("What is counted")
    slide = scene.slide(title, part.subtitle, Words(()), scene.sources(part), [one.text for one in part.items])
    widths = (0.25, 0.18, 0.43, 0.14) if explained else (0.4, 0.33, 0.27)
    yield replace(slide, body=table(widths, rows, slide.title))


def _defined(one: parts.Definition, scene: Scene, explained: bool) -> list[tuple[Paragraph, ...]]:
    name = f"{one.number}  {one.name}" if one.number else one.name
    values = one.values or (parts.Values(one.value),)
    shown = tuple(said(": ".join(filter(None, [value.market, value.text])), TEXT) for value in values)
    sources = [source for value in values for source in value.sources] + ([one.source] if one.source else [])
    text = [(said(one.text, 11, muted=True),)] if explained else []
    return [two(name, one.region), shown, *text, scene.cited(sources)]


@told.register
def _(part: Groups, scene: Scene) -> Iterator[Slide]:
    """The head of a group beside its first entry."""
    rows = [row for group in part.found for row in _group(group, scene)]
    slide = scene.slide(part.title, part.subtitle, Words(()), scene.sources(part))
    yield replace(slide, body=table((0.28, 0.42, 0.3), rows, slide.title))


def _group(group: Group, scene: Scene) -> Iterator[tuple[tuple[Paragraph, ...], ...]]:
    for number, one in enumerate(group.found):
        text = " · ".join(filter(None, [one.when if one.when != "–" else "", one.market, one.kind]))
        cited = scene.cited([one.source] if one.source else [])
        yield (
            two(group.head.name, group.text) if number == 0 else (),
            two(one.title, one.text),
            (said(text, 11), *cited),
        )


@told.register
def _(part: Breakdown, scene: Scene) -> Iterator[Slide]:
    """The parts of a number, beside whose it is."""
    amounts = len(part.heads) - 1
    widths = (1 - 0.13 * amounts, *[0.13] * amounts)
    rows = [_ingredient(one, scene) for one in part.items]
    slide = scene.slide("", "", Words(()), sources_in(part))
    yield replace(slide, body=table(widths, rows, slide.title, part.heads))


def _ingredient(one: Ingredient, scene: Scene) -> list[tuple[Paragraph, ...]]:
    first, *others = [(said(text, TEXT, bold=number == 0),) for number, text in enumerate(one.amounts)]
    return [(*two(one.title, one.text), *scene.cited(one.sources)), first, *others]


@told.register
def _(part: Desk, scene: Scene) -> Iterator[Slide]:
    """The desk and its work, beside its people."""
    aside = (
        said(part.name, 24, serif=True, bold=True),
        said(part.since, 13, before=4, muted=True),
        said(part.focus or part.nobody, 14, before=10),
        *(replace(one, before=10) for one in scene.cited([part.source] if part.source else [])),
    )
    slide = scene.slide("", "", Words(()), [part.source] if part.source else [])
    if part.people:
        found = table((0.38, 0.27, 0.35), [_person(one) for one in part.people], part.name)
        yield replace(slide, body=replace(found, aside=tuple(one for one in aside if one.text)))
    else:
        yield replace(slide, body=Words(tuple(one for one in aside if one.text)))


def _person(one: Person) -> list[tuple[Paragraph, ...]]:
    links = ((one.email, f"mailto:{one.email}"), (one.phone, ""), (one.url, one.url))
    reached = tuple(Paragraph((Run(text, url=url),), 11) for text, url in links if text)
    return [two(one.name, one.role, 14), (said(one.languages, TEXT),), reached]


@told.register
def _(part: Formula, scene: Scene) -> Iterator[Slide]:
    """The formula with what it says, beside what goes into it."""
    formulas = [said(text, 15, before=6, serif=True) for text in part.typed]
    rows = [((said(name, TEXT, bold=True),), (said(text, 11),)) for name, text in part.items]
    found = table((0.3, 0.7), rows, "; ".join(part.typed))
    slide = scene.slide("", "", Words(()), notes=[part.intro])
    yield replace(slide, body=replace(found, aside=(*formulas, said(part.intro, 11, before=10, muted=True))))
