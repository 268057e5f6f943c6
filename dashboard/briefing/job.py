"""The making of a briefing, as the workshop and the command line have it done."""

from collections.abc import Sequence
from importlib import import_module

from dashboard.briefing.brief import Brief
from dashboard.briefing.chapters import NoBriefing, brief
from dashboard.briefing.formats import FORMATS
from dashboard.content.view import asked_in
from dashboard.made import Made
from dashboard.speaking import language
from dashboard.workshop.order import Refused, Report


class NothingToSay(Refused):
    """None of the chapters that are asked for has anything to say."""


def briefing(
    page: str,
    query: str,
    lang: str,
    format: str,
    chapters: Sequence[str] = (),
    note: str = "",
    *,
    dark: bool = False,
    report: Report,
) -> Made:
    """The briefing on what an address of the page asks for (`query`: after its question mark).

    Raises
    ------
    Refused
        when there is no such briefing, chapter or format, or nothing to say.
    """
    if format not in FORMATS:
        raise Refused(f"There is no format {format}; there are: {', '.join(FORMATS)}.")
    try:
        found = brief(page, asked_in(query), language(lang), chapters=chapters, note=note)
    except NoBriefing as error:
        raise Refused(str(error)) from None
    if not found.chapters:
        raise NothingToSay(found.lang.t("None of the chosen sections has anything to say here."))
    return made(found, format, dark=dark, report=report)


def made(found: Brief, format: str, *, dark: bool, report: Report) -> Made:
    """The briefing in that format."""
    wanted = FORMATS[format]
    module, _, function = wanted.maker.partition(":")
    make = getattr(import_module(module), function)
    made: Made = make(found, report, dark=dark) if wanted.dark else make(found, report)
    return made
