"""Where a part of a briefing stands: in which chapter and section of which deck; and slides of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dashboard.briefing.brief import Brief, Chapter, sources_in
from dashboard.briefing.deck.layouts import HEAD, MAIN
from dashboard.briefing.deck.slide import Body, Slide, Table, Words
from dashboard.briefing.deck.stage import Stage
from dashboard.briefing.deck.texts import Paragraph, Run, cut, height
from dashboard.content.part import Part
from dashboard.content.parts import Section
from dashboard.content.sources import Source, Sources
from dashboard.language import Language

SMALL = 10.0  # points, of sources within a table


@dataclass(frozen=True)
class Scene:
    """A section of a chapter, on the way into a deck."""

    stage: Stage
    chapter: Chapter
    section: Section

    @property
    def brief(self) -> Brief:
        """The briefing."""
        return self.stage.brief

    @property
    def lang(self) -> Language:
        """Its language."""
        return self.stage.brief.lang

    def slide(
        self, title: str, subtitle: str, body: Body, sources: Iterable[Source] = (), notes: Sequence[str] = ()
    ) -> Slide:
        """A slide of this section; a title that the part has not is that of its section or chapter."""
        title = title or self.section.title or self.chapter.title
        above = [self.brief.title, *([self.chapter.title] if self.chapter.title != title else [])]
        subtitle = subtitle or (self.section.text if self.section.text != title else "")
        chosen = "; ".join(f"{label}: {values}" for label, values in self.brief.view.filters)
        said = (subtitle, *notes, self.section.text, chosen, self.brief.dated)
        return Slide(" · ".join(above), title, subtitle, body, tuple(dict.fromkeys(sources)), notes=said)

    def together(self, slides: Sequence[Slide]) -> list[Slide]:
        """The slides; lists of one shape that follow each other stand on one, where they find room there."""
        made: list[Slide] = []
        for _, group in groupby(slides, key=_shape):
            found = list(group)
            lists = [(slide, slide.body) for slide in found if isinstance(slide.body, Table)]
            rows = tuple(
                row for slide, table in lists for row in (table.titled(slide.title, slide.subtitle), *table.rows)
            )
            room = self.stage.room("Pocket Table")
            if len(lists) < 2 or lists[0][1].head or replace(lists[0][1], rows=rows).whole(room.width) > room.height:
                made += found
                continue
            notes = [text for slide in found for text in (slide.title, *slide.notes)]
            table = replace(lists[0][1], rows=rows, alt="; ".join(table.alt for _, table in lists))
            made.append(
                self.slide(self.section.title, "", table, [one for slide in found for one in slide.sources], notes)
            )
        return made

    def paged(self, slide: Slide) -> Iterator[Slide]:
        """The slide, or as many as its table or text takes."""
        body = slide.body
        if isinstance(body, Table):
            layout = "Pocket List" if body.aside else "Pocket Table"
            room, beside = self.stage.room(layout), self.stage.room("Pocket List", HEAD)
            table = replace(body, aside=first(body.aside, beside.width, beside.height))
            yield from numbered(slide, table.fitted(room.width, room.height))
        elif isinstance(body, Words):
            room = self.stage.room("Pocket Text", MAIN)
            yield from numbered(slide, [Words(tuple(page)) for page in pages(body.text, room.width, room.height)])
        else:
            yield slide

    def cited(self, sources: Iterable[Source]) -> tuple[Paragraph, ...]:
        """Publishers with the numbers of their sources, small, in one paragraph; none without a source."""
        groups: dict[str, list[Source]] = {}
        for source in dict.fromkeys(sources):
            groups.setdefault(source.publisher, []).append(source)
        runs = [run for group in groups.values() for run in (Run(", "), *self.stage.citation(group))][1:]
        return (Paragraph(tuple(replace(run, muted=True) for run in runs), SMALL),) if runs else ()

    def sources(self, part: Part) -> tuple[Source, ...]:
        """Where a part is from."""
        found = self.brief.exhibit(part, self.section)
        own = found.sources if found else Sources()
        return own.found or tuple(sources_in(part))


def _shape(slide: Slide) -> tuple[float, ...]:
    """What lists must have in common to stand below each other."""
    return slide.body.widths if isinstance(slide.body, Table) and not slide.body.aside else ()


def numbered(slide: Slide, bodies: Sequence[Body]) -> Iterator[Slide]:
    """The slide with each of these bodies, which say the how manyth they are."""
    for number, body in enumerate(bodies, 1):
        which = f"{number}/{len(bodies)}" if len(bodies) > 1 else ""
        yield replace(slide, body=body, subtitle=" · ".join(filter(None, [slide.subtitle, which])))


def pages(text: Iterable[Paragraph], width: float, room: float) -> Iterator[list[Paragraph]]:
    """Paragraphs in pieces that are at most so high."""
    kept: list[Paragraph] = []
    for paragraph in text:
        if kept and height([*kept, paragraph], width) > room:
            yield kept
            kept = []
        kept.append(paragraph)
    if kept:
        yield kept


def first(text: Sequence[Paragraph], width: float, room: float) -> tuple[Paragraph, ...]:
    """As much of it as is at most so high; the last paragraph is cut."""
    kept: list[Paragraph] = []
    for paragraph in text:
        left = room - height(kept, width) - paragraph.before
        fit = int(left / (paragraph.size * 1.25))
        if fit < 1:
            break
        kept.append(cut(paragraph, width, fit))
    return tuple(kept)


def two(text: str, note: str, size: float = 12) -> tuple[Paragraph, ...]:
    """A text in bold and, below it, a note."""
    strong = Paragraph((Run(text, bold=True),), size)
    return (strong, Paragraph((Run(note, muted=True),), size - 1)) if note else (strong,)
