"""The server: Streamlit plus a health answer and the files the browser needs, all from this machine."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard.access.returned import ADDRESS, Returned, away
from dashboard.compressed import Compressed
from dashboard.fonts import LighterFonts
from dashboard.headers import SecurityHeaders
from dashboard.keeping import Keeper
from dashboard.lab.lab import lab
from dashboard.operation.draining import gently
from dashboard.operation.metrics import metrics
from dashboard.operation.ready import ready
from dashboard.operation.systemd import notify, watchdog
from dashboard.operation.watched import Watched
from dashboard.readdress import Readdress
from dashboard.routes import FILES, lifespan, state
from dashboard.screen import page
from dashboard.warehouse import warehouse
from dashboard.warehouse.several import joined
from dashboard.web.answer import answered
from dashboard.web.calendar import calendar
from dashboard.web.front import FirstView
from dashboard.web.routes import routes
from dashboard.workshop.shop import workshop

log = logging.getLogger(__name__)


@asynccontextmanager
async def opened(app: st.App) -> AsyncIterator[None]:
    """Besides what every server does: the worker that makes briefings and large files gets ready meanwhile, and the
    facts are kept new."""
    async with lifespan(app):
        joined()  # before the first visitor comes, as the warehouse
        keeper = Keeper()
        keeper.start()
        workshop().start()
        watching = asyncio.create_task(watchdog())
        try:
            with gently():
                notify("READY=1")
                log.info("serves version %s", warehouse().version)
                yield
        finally:
            log.info("ends")
            watching.cancel()
            keeper.close()
            workshop().close()
            lab().close()


async def health(_: Request) -> Response:
    """`ok`, the version of the data being served and which process serves it.

    `degraded` while newer data is faulty, or once something of what is served could not be shown (`failures`);
    `cities`: the state of several cities, where they are compared.
    """
    now = joined()
    return JSONResponse(state() | ({"cities": now.state} if now else {}))


ROUTES = (
    Route("/health", health),
    Route("/ready", ready),
    Route("/metrics", metrics),
    Route("/calendar.ics", answered(calendar)),
    Route(f"/{ADDRESS}", away),
    *routes(),
    *FILES,
)
MIDDLEWARE = (Watched, SecurityHeaders, Readdress, Returned, FirstView, LighterFonts, Compressed)
app = st.App(
    Path(__file__).with_name("app.py"),
    lifespan=opened,
    routes=ROUTES,
    middleware=[Middleware(one) for one in MIDDLEWARE],
    on_script_error=page.apologise,
)
