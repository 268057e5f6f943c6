"""The product's server with two addresses more: one orders a briefing from its workshop, one says how far it is."""

from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dashboard.server import ROUTES, opened
from dashboard.settings import PACKAGE
from dashboard.warehouse import warehouse
from dashboard.workshop.order import Order, Waiting, Working
from dashboard.workshop.shop import workshop


async def order(request: Request) -> Response:
    """A briefing on the market asked for, in the format asked for; answers its ticket."""
    asked = request.query_params
    wishes = {"page": "market", "query": f"market={asked['market']}", "lang": "en", "format": asked["format"]}
    return JSONResponse(workshop().order(Order("briefing", {**wishes, "note": asked["note"]}, warehouse().version)))


async def state(request: Request) -> Response:
    """Whether it is still open, else its name and size (or why there is none)."""
    found = workshop().state(request.query_params["ticket"])
    return JSONResponse({"open": isinstance(found, Waiting | Working), "said": str(found), **vars(found)})


async def taken(request: Request) -> Response:
    """The file."""
    return Response(workshop().taken(request.query_params["ticket"]).content)


EXTRA = (Route("/order", order), Route("/state", state), Route("/taken", taken))
app = st.App(Path(PACKAGE) / "app.py", lifespan=opened, routes=(*EXTRA, *ROUTES))
