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
from dashboard.calendar_file import calendar_file
from dashboard.compressed import Compressed
from dashboard.fonts import LighterFonts
from dashboard.headers import SecurityHeaders
from dashboard.keeping import Keeper
from dashboard.lab.lab import lab
from dashboard.language import COMPLETE
from dashboard.operation.draining import gently
from dashboard.operation.metrics import metrics
from dashboard.operation.ready import ready
from dashboard.operation.systemd import notify, watchdog
from dashboard.operation.watched import Watched
from dashboard.readdress import Readdress
from dashboard.routes import FILES, lifespan, state
from dashboard.screen import page
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from dashboard.web.front import FirstView
from dashboard.web.refusal import Refusal, refused
from dashboard.web.routes import routes
from dashboard.workshop.shop import workshop

log = logging.getLogger(__name__)


@asynccontextmanager
async def opened(app: st.App) -> AsyncIterator[None]:
    """Besides what every server does: the worker that makes briefings and large files gets ready meanwhile, and the
    facts are kept new."""
    async with lifespan(app):
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

    `degraded` while newer data is faulty, or once something of what is served could not be shown (`failures`).
    """
    return JSONResponse(state())


async def calendar(request: Request) -> Response:
    """The coming events of the markets asked for, or of all; in the language asked for."""
    asked = request.query_params
    markets, lang = asked.getlist("market"), asked.get("lang", settings().lang)
    unknown = [code for code in markets if code not in warehouse().markets]
    if unknown or lang not in COMPLETE:
        spoken = language(lang if lang in COMPLETE else settings().lang)
        message = spoken.t("“{address}” is not known here.", address=", ".join(unknown) or lang)
        return refused(request, Refusal(404, message, {"market": list(warehouse().markets), "lang": COMPLETE}), spoken)
    return Response(calendar_file(markets, language(lang)), media_type="text/calendar; charset=utf-8")


ROUTES = (
    Route("/health", health),
    Route("/ready", ready),
    Route("/metrics", metrics),
    Route("/calendar.ics", calendar),
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
