"""The server: Streamlit plus a health answer and the files the browser needs, all from this machine."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dashboard.assets import PLOTLY_JS, TOPOJSON, missing_files
from dashboard.headers import SecurityHeaders
from dashboard.readdress import Readdress
from dashboard.screen import page
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
    """`ok`, the version of the data being served and which process serves it; `degraded` while newer data is faulty.

    Looks for newer data once it has answered: checking them takes longer than whoever watches over a server waits.
    """
    return JSONResponse(state(), background=BackgroundTask(warehouse().refresh))


def state() -> dict[str, str | int]:
    """What the health answer says."""
    served = warehouse()
    status = "degraded" if served.faults else "ok"
    return {"status": status, "data_version": served.version, "faults": len(served.faults), "process": PROCESS}


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


FILES = (
    Route("/assets/plotly.min.js", plotly_js),
    Mount("/assets/topojson", StaticFiles(directory=TOPOJSON, check_dir=False)),
    Mount("/assets/shapes", routes=[Route("/{version}/{kind}.json", shapes)]),
)
ROUTES = (Route("/health", health), *FILES)
app = st.App(
    Path(__file__).with_name("app.py"),
    lifespan=lifespan,
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders), Middleware(Readdress)],
    on_script_error=page.apologise,
)
