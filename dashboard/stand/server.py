"""The stand's server: the stand and its files, behind its doors; no other page is in this process."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dashboard.assets import FONTS
from dashboard.compressed import Compressed
from dashboard.headers import SecurityHeaders
from dashboard.routes import FILES, lifespan, state
from dashboard.stand.desk import stand
from dashboard.stand.lock import PAGE, StandOnly
from dashboard.warehouse import warehouse


@asynccontextmanager
async def opened(app: st.App) -> AsyncIterator[None]:
    """Refuse to start with profiles that cannot be used."""
    stand()
    async with lifespan(app):
        yield


async def health(request: Request) -> Response:
    """Besides the dashboard's answer: what the stand shows now, for how many seconds no screen has asked for it, and
    whether staff ended the show.

    The screen itself asks with `?screen`; the start scripts open the browser anew when it falls silent.
    """
    if "screen" in request.query_params:
        stand().seen = time.monotonic()
    silent = round(time.monotonic() - stand().seen)
    answer = state() | {"shows": stand().shows(), "silent": silent, "ended": stand().ended}
    return JSONResponse(answer, background=BackgroundTask(warehouse().refresh))


def failed(error: Exception) -> bool:
    """Visitors see no fault: it goes to the log and to staff."""
    stand().failed("", error)
    return True


app = st.App(
    Path(__file__).with_name("app.py"),
    lifespan=opened,
    routes=(Route("/health", health), *FILES, Mount("/assets/fonts", StaticFiles(directory=FONTS))),
    middleware=[Middleware(SecurityHeaders, page=PAGE), Middleware(StandOnly), Middleware(Compressed)],
    on_script_error=failed,
)
