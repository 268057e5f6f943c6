"""The slides around the chapters: the first, and the sources at the end; and what a file says of itself."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE

from dashboard.briefing.brief import Brief
from dashboard.briefing.deck.charts import mend
from dashboard.briefing.deck.layouts import KICKER, MAIN, SUBTITLE, TITLE, UNDER
from dashboard.briefing.deck.painting import tidy
from dashboard.briefing.deck.scene import numbered, pages
from dashboard.briefing.deck.slide import Slide, Words
from dashboard.briefing.deck.stage import Stage
from dashboard.briefing.deck.texts import Paragraph, Run, cut, fitting, said
from dashboard.content.sources import Source
from dashboard.export.clean import clean

AUTHOR = "Pocket World"
SOURCE_SIZE, LINES, SLACK = (
    9.0,
    3,
    0.93,
)  # points; lines of one; how much of the room is used, as columns break unevenly
LISTED = "Pocket Sources"


def opening(stage: Stage) -> None:
    """What it is about, for whom, of when, with which filters; and the note to the reader."""
    brief = stage.brief
    slide, places = stage.add("Pocket Title")
    width = stage.room("Pocket Title", TITLE).width
    stage.fill(places[TITLE], fitting(brief.title, width, (60, 48, 36, 28), most=2, bold=True, serif=True))
    stage.fill(places[SUBTITLE], fitting(brief.subtitle, width, (20, 16)))
    stage.fill(places[KICKER], fitting(brief.lang.organisation, width, (13, 11)))
    chosen = " · ".join(f"{label}: {values}" for label, values in brief.view.filters if values != brief.title)
    stage.fill(places[UNDER], said(brief.dated, 14), *([cut(said(chosen, 13, before=4), width, 2)] if chosen else []))
    if brief.note:
        room = stage.room("Pocket Title", MAIN)
        stage.fill(places[MAIN], *_note(brief.note, room.width, room.height))
    tidy(slide)
    stage.note(slide, Slide("", brief.title, "", Words(()), notes=(brief.subtitle, brief.dated, chosen, brief.note)))


def _note(note: str, width: float, room: float) -> list[Paragraph]:
    """The note in the size in which it finds room."""
    paragraphs = [line for line in note.splitlines() if line.strip()]
    for size in (16, 14, 12, 10.5):
        found = [said(line, size, before=4) for line in paragraphs]
        if len(list(pages(found, width, room))) == 1:
            return found
    return list(next(pages([cut(one, width, 12) for one in found], width, room)))


def closing(stage: Stage) -> Iterator[Slide]:
    """Every source with its number, in columns as small as can be read."""
    brief, room = stage.brief, stage.room(LISTED)
    if not brief.sources:
        return
    width = (room.width - 36) / 3
    text = [cut(_source(source, brief), width, LINES) for source in brief.sources]
    bodies = [Words(tuple(page), columns=True) for page in pages(text, width, room.height * 3 * SLACK)]
    title = brief.lang.t("Sources")
    yield from numbered(Slide(brief.title, title, "", Words(()), notes=(brief.dated,)), bodies)


def _source(source: Source, brief: Brief) -> Paragraph:
    about = ", ".join(filter(None, [source.publisher, source.when(brief.lang)]))
    named = Run(
        f"{brief.number(source)}  {source.title}", url=source.url
    )  # as one: some viewers do not break a line before a link
    return Paragraph((named, Run(f" – {about}", muted=True)), SOURCE_SIZE, before=2.5)


def sign(stage: Stage) -> None:
    """Who made the file, when, in which language; nothing of the file that it was begun with."""
    brief, own = stage.brief, stage.made.core_properties
    own.author = own.last_modified_by = AUTHOR
    own.title, own.subject = clean(brief.title)[:255], clean(brief.subtitle)[:255]
    own.keywords, own.comments, own.category = brief.view.version, "", ""
    own.created = own.modified = datetime.combine(brief.view.date, time())
    own.revision, own.language = 1, stage.tongue.tag
    package = stage.made.part.package
    _drop(package._rels, RELATIONSHIP_TYPE.THUMBNAIL)
    _drop(stage.made.part.rels, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
    for part in package.iter_parts():
        if "/charts/" in str(part.partname) and hasattr(part, "_element"):
            mend(part._element)


def _drop(relations: Any, kind: str) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype == kind]:
        relations.pop(key)
