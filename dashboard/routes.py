"""What every server of ours gives besides its pages: the files that the browser needs, and how it is."""

import asyncio
import gc
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import streamlit as st
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dashboard import library, scripts
from dashboard.assets import TOPOJSON, missing_files
from dashboard.compressed import FOREVER
from dashboard.own_process import PROCESS
from dashboard.warehouse import warehouse
from dashboard.warehouse.engine.fault import AGAIN, EngineFault
from dashboard.web.threads import in_thread, threads

OUTLINES = threads("outlines", 2)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Refuse to start without the needed files; open the warehouse before the first visitor comes."""
    if missing := missing_files():
        raise FileNotFoundError(", ".join(map(str, missing)))
    threading.Thread(target=library.library, name="library", daemon=True).start()
    warehouse()
    gc.collect()
    gc.freeze()  # what has come to stay need not be looked through again and again
    yield


def state() -> dict[str, str | int]:
    """What the health answer says."""
    served = warehouse()
    counts = {"faults": len(served.faults), "failures": len(served.snapshot.failures)}
    away = {"engine_away_since": served.away.since.isoformat(timespec="seconds")} if served.away else {}
    status = "degraded" if any(counts.values()) or away else "ok"
    return {"status": status, "data_version": served.version, **counts, **away, "process": PROCESS}


async def plotly_js(_: Request) -> Response:
    """What draws figures."""
    script = await asyncio.to_thread(library.library)
    return Response(script, media_type="text/javascript", headers={"Cache-Control": FOREVER})


async def shapes(request: Request) -> Response:
    """Outlines of the data being served; whoever asks for those of other data is shown to these."""
    kind, served = request.path_params["kind"], warehouse().snapshot
    try:
        found = (await in_thread(OUTLINES, partial(served.ask, "shared/map_shapes", kind=kind)))["json"]
    except EngineFault:  # it may be back in a moment
        return Response(status_code=503, headers={"Retry-After": str(AGAIN)})
    if found.empty:
        return Response(status_code=404)
    if request.path_params["version"] != served.version:
        return RedirectResponse(f"../{served.version}/{kind}.json")  # relative: a proxy may have taken off a prefix
    headers = {"Cache-Control": FOREVER}
    return Response(found.iloc[0], media_type="application/geo+json", headers=headers)


FILES = (
    Route(f"/{library.address()}", plotly_js),
    Route(f"/{scripts.FOLDER}/{{file}}.js", scripts.script),
    Mount("/assets/topojson", StaticFiles(directory=TOPOJSON, check_dir=False)),
    Mount("/assets/shapes", routes=[Route("/{version}/{kind}.json", shapes)]),
)
