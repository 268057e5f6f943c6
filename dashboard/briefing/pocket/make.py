"""The file: all that a briefing says, in one page with a table of contents, its figures still until a script runs."""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from dashboard.briefing.brief import Brief, Chapter, counted
from dashboard.briefing.piece import Drawn, Lines, Piece, silent
from dashboard.briefing.pocket.packed import figures, hashed, library
from dashboard.briefing.pocket.still import stills, variables
from dashboard.briefing.read import read
from dashboard.charts.palette import INK, MUTED, OTHER, PAPER, RULE
from dashboard.content.figure import Figure
from dashboard.content.sources import web
from dashboard.export.clean import clean
from dashboard.made import Made
from dashboard.settings import settings
from dashboard.templates import templates_in
from dashboard.workshop.order import Report

FOLDER = Path(__file__).parent
TOKENS = {"paper": PAPER, "ink": INK, "muted": MUTED, "rule": RULE, "other": OTHER}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; "


def pocket(brief: Brief, report: Report = silent) -> Made:
    """One HTML file with everything in it."""
    found = [(chapter, list(read(chapter, brief.lang))) for chapter in brief.chapters]
    drawn = [piece.figure for _, pieces in found for piece in pieces if isinstance(piece, Drawn) and piece.figure]
    still = {}
    for step, figure in enumerate(drawn, 1):
        report(step, len(drawn) + 1, figure.caption.title)
        still[figure.key] = stills(figure)
    report(len(drawn) + 1, len(drawn) + 1, brief.lang.t("The file is put together"))
    text = _environment().get_template("pocket.html").render(**_context(brief, found, drawn), stills=still)
    return Made(brief.file("html"), "text/html", clean(text).encode())


def _context(brief: Brief, found: list[tuple[Chapter, list[Piece]]], drawn: list[Figure]) -> dict[str, Any]:
    """What the template fills in."""
    packed, named = library()
    script = _text("pocket.js")
    base = settings().public_address.rstrip("/")
    market = brief.market
    return {
        "brief": brief,
        "chapters": found,
        "style": _text("pocket.css"),
        "script": script,
        "font": _font(),
        "policy": f"{POLICY}form-action 'none'; script-src {named} {hashed(script)}",
        "library": packed,
        "data": figures(drawn),
        "colours": {**{f"--{name}": pair for name, pair in TOKENS.items()}, **variables()},
        "accent": (market.colour, market.dark) if market and market.colour else INK,
        "address": f"{base}/{brief.view.page.name}?{brief.view.query}" if base else "",
        "words": _words(brief),
    }


def _words(brief: Brief) -> dict[str, str]:
    lang = brief.lang
    return {
        "contents": lang.t("Contents"),
        "sources": lang.t("Sources"),
        "top": lang.t("To the top"),
        "page": lang.t("The page in the dashboard"),
        "note": lang.t("Note"),
        "tertiary": lang.t("not a publisher's own report"),
        "counted": lang.t("What is counted"),
    }


@cache
def _font() -> str:
    return b64encode((FOLDER / "PocketSans.woff2").read_bytes()).decode()


@cache
def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    made = templates_in(FOLDER)
    made.globals |= {
        "web": web,
        "counted": counted,
        "kind_of": lambda piece: type(piece).__name__,
        "explained": lambda found: any(isinstance(piece, Lines) and piece.whole for piece in found),
    }
    return made
