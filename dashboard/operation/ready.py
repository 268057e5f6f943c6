"""`/ready`: whether the server takes new readers. `/health` says how it is; it is alive while it drains, too."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.operation.draining import DOOR
from dashboard.warehouse import public_warehouse

ASK_ELSEWHERE = 503


async def ready(_: Request) -> Response:
    """200 `ready` with the version it serves, or 503 `draining`."""
    told = {"status": "ready" if DOOR.is_open else "draining", "data_version": public_warehouse().version}
    return JSONResponse(told, 200 if DOOR.is_open else ASK_ELSEWHERE, {"Cache-Control": "no-store"})
