"""The master that a deck is made on: our own, or the operator's, which must have our layouts and placeholders."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation as Slides

from dashboard.briefing.deck.layouts import FOOTER, LAYOUTS, NUMBER, Place
from dashboard.briefing.deck.looks import Looks
from dashboard.briefing.deck.master import own
from dashboard.workshop.order import Refused

SAME = {"ctrTitle": "title", "subTitle": "body"}  # kinds of placeholders that stand for each other
WISHED = (FOOTER, NUMBER)  # a template may do without


class TemplateError(Refused, ValueError):
    """The operator's template cannot be used; says what is missing."""


def opened(template: Path | None, looks: Looks, tongue: str) -> Slides:
    """An empty deck on that template, or on our own master.

    Raises
    ------
    TemplateError
        when the template is none, or lacks a layout or placeholder.
    """
    if template is None:
        return own(looks, tongue)
    made = _read(template)
    if faults := list(_missing(made)):
        raise TemplateError(f"{template.name} cannot be the template of briefings: {'; '.join(faults)}.")
    _emptied(made)
    return made


def check_template(template: Path) -> None:
    """Raises TemplateError as `opened` does."""
    opened(template, Looks(), "")


def layouts(made: Slides) -> dict[str, Any]:
    """The layouts of all its masters by their names."""
    return {layout.name: layout for master in made.slide_masters for layout in master.slide_layouts}


def _emptied(made: Slides) -> None:
    """Take the template's own slides out of it, and the sections in which they stood."""
    for entry in list(made.slides._sldIdLst):
        made.part.drop_rel(entry.rId)
        made.slides._sldIdLst.remove(entry)
    for sections in made.part._element.findall(".//{*}sectionLst"):
        extension = sections.getparent()
        extension.getparent().remove(extension)


def _read(template: Path) -> Slides:
    try:
        return Presentation(str(template))
    except (OSError, PackageNotFoundError, BadZipFile, KeyError, ValueError, XMLSyntaxError):
        raise TemplateError(f"{template.name} cannot be read as a PowerPoint file (.pptx).") from None


def _missing(made: Slides) -> Iterator[str]:
    """What it lacks, by the names of layouts and the numbers of placeholders."""
    known = layouts(made)
    for name, places in LAYOUTS.items():
        if name not in known:
            yield f"the layout “{name}” is missing"
            continue
        found = {one.element.ph_idx: one.element.ph.get("type", "obj") for one in known[name].placeholders}
        for place in places:
            if place.number not in WISHED and not _stands_for(found.get(place.number), place):
                yield f"the layout “{name}” has no placeholder {place.number} ({place.kind}) for “{place.name}”"


def _stands_for(kind: str | None, place: Place) -> bool:
    return kind is not None and SAME.get(kind, kind) == SAME.get(place.kind, place.kind)
