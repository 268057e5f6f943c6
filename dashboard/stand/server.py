"""The stand's server: the stand and its files, behind its doors; no other page is in this process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from dashboard.server import ROUTES, lifespan
from dashboard.stand.desk import stand
from dashboard.stand.fonts import FONTS
from dashboard.stand.lock import StandOnly


@asynccontextmanager
async def opened(app: st.App) -> AsyncIterator[None]:
    """Refuse to start with profiles that cannot be used."""
    stand()
    async with lifespan(app):
        yield


def failed(error: Exception) -> bool:
    """Visitors see no fault: it goes to the log and to staff."""
    stand().report(f"{type(error).__name__}: {error}")
    return True


app = st.App(
    Path(__file__).with_name("app.py"),
    lifespan=opened,
    routes=(*ROUTES, Mount("/assets/fonts", StaticFiles(directory=FONTS))),
    middleware=[Middleware(StandOnly)],
    on_script_error=failed,
)
