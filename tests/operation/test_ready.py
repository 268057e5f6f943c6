"""Alive is not ready: a server that drains turns new readers away and goes on with those it has."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocket

from dashboard import meters, server
from dashboard.operation.draining import DOOR, Door
from dashboard.operation.watched import Watched
from dashboard.warehouse import warehouse

PAGE = {"accept": "text/html"}


async def stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(await socket.receive_text())
    await socket.close()


@pytest.fixture
def client() -> Iterator[TestClient]:
    """Our addresses, a page and a socket, behind the door."""
    page = Route("/market", lambda _: PlainTextResponse("a page"))
    upload = Route("/_stcore/upload_file/x", lambda _: PlainTextResponse("taken"), methods=["PUT"])
    routes = [*server.ROUTES, page, upload, WebSocketRoute("/_stcore/stream", stream)]
    yield TestClient(Starlette(routes=routes, middleware=[Middleware(Watched)]))
    DOOR.is_open = True


def test_ready_says_which_version_it_serves(client: TestClient) -> None:
    answer = client.get("/ready")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ready", "data_version": warehouse().version}


def test_while_it_drains_it_is_alive_but_takes_nobody_in(client: TestClient) -> None:
    assert client.get("/market", headers=PAGE).status_code == 200
    DOOR.is_open = False
    assert client.get("/ready").status_code == 503 and client.get("/ready").json()["status"] == "draining"
    assert client.get("/health").status_code == 200
    turned = client.get("/market", headers=PAGE)
    assert turned.status_code == 503 and turned.headers["retry-after"] and 'http-equiv="refresh"' in turned.text
    assert "gleich wieder da" in turned.text and "back in a moment" in turned.text
    with pytest.raises(WebSocketDenialResponse) as denied, client.websocket_connect("/_stcore/stream"):
        pass
    assert denied.value.status_code == 503


def test_open_pages_get_what_belongs_to_them_until_the_end(client: TestClient) -> None:
    with client.websocket_connect("/_stcore/stream") as socket:
        assert DOOR.sessions == 1 and meters.REGISTRY.get_sample_value("pocket_sessions") == 1
        DOOR.is_open = False
        assert client.put("/_stcore/upload_file/x").text == "taken"
        socket.send_text("still here")
        assert socket.receive_text() == "still here"
    assert DOOR.sessions == 0


def test_it_waits_for_the_last_one_and_no_longer() -> None:
    door = Door()
    door.sessions = 1

    async def last_goes() -> None:
        waiting = asyncio.create_task(door.empty(300))
        await asyncio.sleep(0)
        assert not waiting.done()
        door.sessions = 0
        await asyncio.wait_for(waiting, 60)

    asyncio.run(last_goes())
    door.sessions = 1
    asyncio.run(asyncio.wait_for(door.empty(0.01), 60))


def test_requests_have_a_number_of_their_own_or_the_balancers(client: TestClient) -> None:
    assert client.get("/health", headers={"X-Request-ID": "0123456789abcdef"}).headers["x-request-id"] == (
        "0123456789abcdef"
    )
    made = client.get("/health", headers={"X-Request-ID": "<script>"}).headers["x-request-id"]
    assert made.isalnum() and made != client.get("/health").headers["x-request-id"]
