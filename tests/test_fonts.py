"""Fonts that browsers get: all that pages show, and little else."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from dashboard.assets import LIGHTER
from dashboard.fonts import LighterFonts
from dashboard.settings import DATA
from tools.fonts import ICONS, MEDIA, SERIF, icon_names, icons, latin


@pytest.mark.parametrize("prefix", ["", "world"])
def test_large_fonts_come_smaller_and_others_as_they_are(prefix: str) -> None:
    routes = create_streamlit_static_assets_routes(prefix or None)
    client = TestClient(Starlette(routes=routes, middleware=[Middleware(LighterFonts)]))
    media = f"/{prefix}/static/media" if prefix else "/static/media"
    for font in (ICONS, SERIF):
        answer = client.get(f"{media}/{font.name}")
        assert answer.content == LIGHTER[font.name.partition(".")[0]].read_bytes()
        assert len(answer.content) < 0.15 * font.stat().st_size and answer.headers["content-type"] == "font/woff2"
        assert answer.headers["cache-control"] == "no-cache" and answer.headers["etag"]
    other = next(MEDIA.glob("SourceSansVF-Upright*.woff2"))
    assert client.get(f"{media}/{other.name}").content == other.read_bytes()


def test_every_icon_that_is_named_is_in_it() -> None:
    held = icon_names(LIGHTER["MaterialSymbols-Rounded"])
    assert icons() - held == set(), "built for older pages: python -m tools.fonts"
    assert {"chevron_right", "handshake", "translate", "keyboard_double_arrow_left"} <= held


def test_every_letter_of_a_heading_is_in_it() -> None:
    from fontTools.ttLib import TTFont

    held, whole = (TTFont(font).getBestCmap() for font in (LIGHTER["SourceSerifVariable-Roman"], SERIF))
    lacking = [letter for letter in latin(DATA) if ord(letter) in whole and ord(letter) not in held]
    assert lacking == [], "built for older texts: python -m tools.fonts"
