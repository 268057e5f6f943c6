"""The server: Streamlit plus a health answer and the files the browser needs, all from this machine."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dashboard.assets import PLOTLY_JS, TOPOJSON, missing_files
from dashboard.calendar_file import calendar_file
from dashboard.headers import SecurityHeaders
from dashboard.language import COMPLETE
from dashboard.readdress import Readdress
from dashboard.screen import page
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import warehouse

PROCESS = secrets.token_hex(4)  # another one after a restart


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Refuse to start without the needed files; open the warehouse before the first visitor comes."""
    if missing := missing_files():
        raise FileNotFoundError(", ".join(map(str, missing)))
    warehouse()
    yield


async def health(_: Request) -> Response:
    """`ok`, the version of the data being served and which process serves it.

    `degraded` while newer data is faulty, or once something of what is served could not be shown (`failures`).

    Looks for newer data once it has answered: checking them takes longer than whoever watches over a server waits.
    """
    return JSONResponse(state(), background=BackgroundTask(warehouse().refresh))


def state() -> dict[str, str | int]:
    """What the health answer says."""
    served = warehouse()
    counts = {"faults": len(served.faults), "failures": len(served.snapshot.failures)}
    status = "degraded" if any(counts.values()) else "ok"
    return {"status": status, "data_version": served.version, **counts, "process": PROCESS}


async def plotly_js(_: Request) -> Response:
    """Plotly's own library, as installed."""
    return FileResponse(PLOTLY_JS, media_type="text/javascript", headers={"Cache-Control": "public, max-age=86400"})


async def shapes(request: Request) -> Response:
    """Outlines of the data being served; whoever asks for those of other data is shown to these."""
    kind, served = request.path_params["kind"], warehouse().snapshot
    found = served.ask("shared/map_shapes", kind=kind)["json"]
    if found.empty:
        return Response(status_code=404)
    if request.path_params["version"] != served.version:
        return RedirectResponse(f"../{served.version}/{kind}.json")  # relative: a proxy may have taken off a prefix
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(found.iloc[0], media_type="application/geo+json", headers=headers)


async def calendar(request: Request) -> Response:
    """The coming events of the markets asked for, or of all; in the language asked for."""
    asked = request.query_params
    markets, lang = asked.getlist("market"), asked.get("lang", settings().lang)
    unknown = [code for code in markets if code not in warehouse().markets]
    if unknown or lang not in COMPLETE:
        known = f"market: {', '.join(warehouse().markets)}; lang: {', '.join(COMPLETE)}"
        return PlainTextResponse(f"Not known: {', '.join(unknown) or lang}. What there is: {known}.", status_code=404)
    return Response(calendar_file(markets, language(lang)), media_type="text/calendar; charset=utf-8")


FILES = (
    Route("/assets/plotly.min.js", plotly_js),
    Mount("/assets/topojson", StaticFiles(directory=TOPOJSON, check_dir=False)),
    Mount("/assets/shapes", routes=[Route("/{version}/{kind}.json", shapes)]),
)
ROUTES = (Route("/health", health), Route("/calendar.ics", calendar), *FILES)
app = st.App(
    Path(__file__).with_name("app.py"),
    lifespan=lifespan,
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders), Middleware(Readdress)],
    on_script_error=page.apologise,
)
