"""A deck while it is being made: its master, its language, and how a slide's own texts and numbers come onto it."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any, NamedTuple

from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.util import Pt

from dashboard.briefing.brief import Brief
from dashboard.briefing.deck.layouts import FOOTER, KICKER, MAIN, NUMBER, SOURCE, TITLE, UNDER
from dashboard.briefing.deck.looks import Looks
from dashboard.briefing.deck.slide import Slide
from dashboard.briefing.deck.template import layouts
from dashboard.briefing.deck.texts import Paragraph, Run, cut, fitting, lines, said
from dashboard.briefing.deck.tongues import Tongue
from dashboard.briefing.deck.writing import speak, write
from dashboard.content.sources import Source

SOURCES = 9.5  # points


class Room(NamedTuple):
    """Where something stands on a slide, in EMU; `width` and `height` are the same in points."""

    left: int
    top: int
    wide: int
    high: int

    @property
    def width(self) -> float:
        return self.wide / Pt(1)

    @property
    def height(self) -> float:
        return self.high / Pt(1)


@dataclass(frozen=True)
class Stage:
    """What slides are made of and for whom."""

    made: Slides
    brief: Brief
    looks: Looks

    @property
    def tongue(self) -> Tongue:
        """The language of its texts."""
        return Tongue(self.brief.lang.code, self.brief.market or "")

    def room(self, layout: str, number: int = MAIN) -> Room:
        """The room of a placeholder of a layout."""
        found = next(one for one in self._layout(layout).placeholders if one.placeholder_format.idx == number)
        return Room(found.left, found.top, found.width, found.height)

    def _layout(self, name: str) -> Any:
        return layouts(self.made)[name]

    def add(self, layout: str) -> tuple[Any, dict[int, Any]]:
        """An empty slide and its placeholders by their numbers."""
        slide = self.made.slides.add_slide(self._layout(layout))
        return slide, {one.placeholder_format.idx: one for one in slide.placeholders}

    def fill(self, place: Any, *text: Paragraph) -> None:
        """Text into a placeholder."""
        write(place.text_frame, text, self.tongue)

    def frame(self, layout: str, content: Slide) -> tuple[Any, dict[int, Any]]:
        """A slide with all but what fills it; and its placeholders."""
        slide, places = self.add(layout)
        width = self.room(layout, TITLE).width
        self.fill(places[TITLE], fitting(content.title, width, (28, 24, 21, 18), bold=True, serif=True))
        self.fill(places[KICKER], fitting(content.chapter, width, (11.5,)))
        if content.subtitle:
            self.fill(places[UNDER], fitting(content.subtitle, width, (13, 12), most=2))
        below = [*self._remarks(content, width), *self._cited(content.sources, width)]
        if below:
            self.fill(places[SOURCE], *below)
        self._foot(slide, layout)
        self.note(slide, content)
        return slide, places

    def _remarks(self, content: Slide, width: float) -> list[Paragraph]:
        return [cut(said(" · ".join(content.remarks), SOURCES), width, 1)] if content.remarks else []

    def _cited(self, sources: tuple[Source, ...], width: float) -> list[Paragraph]:
        """Publishers with the numbers of their sources, each a link; as many as stand in two lines."""
        if not sources:
            return []
        lang, by = self.brief.lang, dict[str, list[Source]]()
        for source in sources:
            by.setdefault(source.publisher, []).append(source)
        head = lang.t("Source: {named}", named="") if len(sources) == 1 else lang.t("Sources: {named}", named="")
        groups, kept = list(by.values()), 1
        while kept < len(groups) and lines(self._line(head, groups, kept + 1), width) <= 2:
            kept += 1
        return [cut(self._line(head, groups, kept), width, 2)]

    def _line(self, head: str, groups: list[list[Source]], kept: int) -> Paragraph:
        runs = [Run(head)]
        for number, group in enumerate(groups[:kept]):
            runs += [Run(", ")] if number else []
            runs += self.citation(group)
        if more := len(groups) - kept:
            lang = self.brief.lang
            runs.append(Run(lang.n("{named} and {count} more", "{named} and {count} more", more, named="")))
        return Paragraph(tuple(runs), SOURCES)

    def citation(self, sources: list[Source]) -> list[Run]:
        """`Destatis [12] [14]` of sources of one publisher, linked."""
        numbered = [(f"[{self.brief.number(source)}]", source.url) for source in sources]
        first = Run(sources[0].publisher, url=sources[0].url)
        return [first, *(run for text, url in numbered for run in (Run(" "), Run(text, url=url)))]

    def _foot(self, slide: Any, layout: str) -> None:
        """The foot of the layout, which does not come along by itself: title, date, data version; the number."""
        for place in self._layout(layout).placeholders:
            number = place.placeholder_format.idx
            if number not in (FOOTER, NUMBER):
                continue
            element = deepcopy(place._element)
            element.find(qn("p:spPr")).clear()
            element.find(".//" + qn("p:cNvPr")).set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
            slide.shapes._spTree.append(element)
            if number == FOOTER:
                made = slide.shapes[-1].text_frame
                made.clear()
                text = f"{self.brief.title} · {self.brief.dated}"
                write(made, [fitting(text, self.room(layout, FOOTER).width, (9,))], self.tongue)
            speak(element, self.tongue)

    def note(self, slide: Any, content: Slide) -> None:
        """What the speaker may want to know: what is shown, what is counted, what was chosen."""
        frame = slide.notes_slide.notes_text_frame
        write(frame, [said(text, 12) for text in dict.fromkeys(content.notes) if text], self.tongue)
        speak(slide.notes_slide._element, self.tongue)
