"""The head of a page as plain HTML, which stands before any script has come. It ends with the first figure, or before
what only Streamlit draws, so that nothing moves when that takes over (`first.js`)."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Any

from markupsafe import Markup

from dashboard.app_pages import KNOWN, pages_there
from dashboard.briefing.chapters import PLANS
from dashboard.content import parts
from dashboard.content.choice import fields, without_asides
from dashboard.content.desk import Desk
from dashboard.content.figure import Figure
from dashboard.content.latest import Latest
from dashboard.content.measures import Measures
from dashboard.content.page import AnyPage
from dashboard.content.part import Part
from dashboard.drawing import NotDrawn
from dashboard.language import Language
from dashboard.screen.figure import noted
from dashboard.screen.html import rendered
from dashboard.web.site import page_path
from dashboard.web.still import stills

UP = "./"  # pages stand right below the server's root
COLUMN, GAP, PHONE = 1325, 64, 358  # px: of the page's column on a desk, between its columns, of a phone's
BUTTON, MENU = "<div class=button></div>", "<div class=menu></div>"  # the room that Streamlit's take


class End(Exception):
    """What follows would move."""


@dataclass(frozen=True)
class Place:
    """Where parts stand: on which page, for whom, how wide (px)."""

    page: AnyPage
    lang: Language
    choice: Any
    phone: bool
    width: float = COLUMN

    def block(self, template: str, **values: Any) -> str:
        """A filled template as one thing, as Streamlit has it."""
        return f"<div>{rendered(template, self.lang, UP, **values)}</div>"


def first_view(page: str, choice: Any, lang: Language, *, phone: bool) -> Markup:
    """What stands on top of a page with this choice."""
    made = list[str]()
    with suppress(End):
        made.extend(_drawn(Place(KNOWN[page], lang, without_asides(choice), phone)))
    return Markup("").join(map(Markup, made))


def _drawn(place: Place) -> Iterator[str]:
    """Part by part, until a figure is drawn or something cannot be; below the first section the briefing's button."""
    for make in place.page.sections:
        section = make(place.choice, place.lang)
        if section.title:
            texts = " ".join(filter(None, [section.text, section.hint]))
            yield place.block("section", title=section.title, text=texts)
        for part in section.parts:
            yield _html(part, place)
            if any(isinstance(one, Figure) for one in parts.flat((part,))):
                raise End
        if make is place.page.sections[0] and place.page.name in PLANS:
            yield BUTTON


def pages(lang: Language) -> list[tuple[str, str]]:
    """The pages by their titles, and their addresses."""
    return [(page.title(lang), f"{UP}{page_path(page.name)}?lang={lang.code}") for page in pages_there().values()]


@singledispatch
def _html(part: Part, place: Place) -> str:  # noqa: ARG001 (those registered below use it)
    raise End


@_html.register
def _(part: parts.Head, place: Place) -> str:
    return place.block("head", title=part.title, text=part.text, market=part.market)


@_html.register
def _(part: parts.Findings, place: Place) -> str:
    return place.block("findings", items=part.items)


@_html.register
def _(part: parts.KeyFigures, place: Place) -> str:
    return place.block("key_figures", part=part) + MENU


@_html.register
def _(part: parts.Nothing, place: Place) -> str:
    return place.block("empty", text=part.text)


@_html.register(Desk)
@_html.register(Measures)
@_html.register(Latest)
def _(part: Part, place: Place) -> str:
    return place.block(type(part).__name__.lower(), part=part) + (MENU if isinstance(part, Latest) else "")


@_html.register
def _(part: parts.Entries, place: Place) -> str:
    listed = place.block("entry_list", part=part, items=part.found[: part.shown], wide=part.wide)
    return listed + (BUTTON if len(part.found) > part.shown else "") + (MENU if part.found else "")


@_html.register
def _(part: parts.Control, place: Place) -> str:
    """The room that it takes, which segments fill with their words."""
    field = dict(fields(place.page.choice))[part.field]
    options = field.options(vars(place.choice), place.lang) if field.options else {}
    words = options.values() if field.look.kind == "segments" else ()
    inside = Markup("").join(Markup("<span>{}</span>").format(word) for word in words)
    return f'<div class="control {field.look.kind}{" quiet" if field.look.quiet else ""}">{inside}</div>'


@_html.register
def _(part: parts.Beside, place: Place) -> str:
    """Columns as wide as Streamlit's."""
    many, whole = len(part.widths), sum(part.widths)
    widths = [place.width * share / whole - GAP + GAP / many for share in part.widths]
    columns = [
        "".join(_html(one, replace(place, width=width)) for one in inner)
        for width, inner in zip(widths, part.columns, strict=True)
    ]
    flex = [f"flex: 1 1 calc({100 * share / whole:.4g}% - {GAP}px)" for share in part.widths]
    inner = "".join(f'<div style="{how}">{one}</div>' for how, one in zip(flex, columns, strict=True))
    return f"<div class=beside>{inner}</div>"


@_html.register
def _(part: Figure, place: Place) -> str:
    try:
        [picture] = stills(part, {"narrow": PHONE} if place.phone else {"wide": round(place.width)}).values()
    except NotDrawn as error:
        raise End from error
    texts = " · ".join(filter(None, [part.caption.drawn, part.caption.hint]))
    head = Markup("<figcaption><h3>{}</h3><p>{}</p></figcaption>").format(part.caption.title, texts)
    foot = Markup("<footer>{}</footer>").format(noted(part.sources, place.lang))
    return Markup('<figure class="pw-standing">{}{}{}</figure>').format(head, picture, foot)
