"""Scripts and styles are compressed once for all who ask, and are otherwise what they were."""

import asyncio
import gzip
import re
import time
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from dashboard import library
from dashboard.compressed import FOREVER, Compressed
from dashboard.headers import Message
from dashboard.routes import FILES

SCRIPT = "/static/js/index.a1b2.js"
TEXT = "const answer = 42;\n" * 400


@pytest.fixture
def asked() -> list[str]:
    """What the application itself was asked for."""
    return []


@pytest.fixture
def client(asked: list[str]) -> TestClient:
    def answer(request: Request) -> Response:
        asked.append(request.headers.get("accept-encoding", ""))
        return Response(TEXT, media_type="text/javascript", headers={"ETag": '"x"', "Cache-Control": "public"})

    routes = [Route(path, answer) for path in (SCRIPT, "/static/other.js", "/figures/static/js/a.csv")]
    return TestClient(Starlette(routes=[*routes, *FILES], middleware=[Middleware(Compressed)]))


def test_the_first_asks_for_all(client: TestClient, asked: list[str]) -> None:
    for _ in range(3):
        answer = client.get(SCRIPT, headers={"Accept-Encoding": "gzip, deflate"})
        assert answer.text == TEXT and answer.headers["content-encoding"] == "gzip"
        assert int(answer.headers["content-length"]) < len(TEXT) / 10
        assert answer.headers["cache-control"] == FOREVER and answer.headers["vary"] == "Accept-Encoding"
    assert asked == [""], "once, and not to be compressed before"


def test_who_takes_brotli_gets_it_once_it_is_there(client: TestClient, asked: list[str]) -> None:
    with client:  # one event loop for all
        got = [answered(client, "gzip, deflate, br")]
        while got[-1] != "br" and len(got) < 500:
            time.sleep(0.01)
            got.append(answered(client, "gzip, deflate, br"))
        assert (got[0], got[-1]) == ("gzip", "br") and len(asked) == 1
        assert [answered(client, "gzip"), answered(client, "gzip, br;q=0"), answered(client, "br;q=0.5,gzip")] == [
            "gzip", "gzip", "br"]  # fmt: skip


def answered(client: TestClient, encodings: str) -> str:
    """How the script came."""
    answer = client.get(SCRIPT, headers={"Accept-Encoding": encodings})
    assert answer.text == TEXT and answer.headers["cache-control"] == FOREVER
    assert answer.headers["vary"] == "Accept-Encoding" and len(answer.headers.get_list("content-encoding")) == 1
    return answer.headers["content-encoding"]


@pytest.mark.parametrize(
    "headers", [{"Accept-Encoding": "identity"}, {"Range": "bytes=0-9"}, {"Accept-Encoding": "gzip;q=0"}]
)
def test_who_takes_no_gzip_or_a_part_only_gets_it_as_it_is(client: TestClient, headers: dict[str, str]) -> None:
    client.get(SCRIPT)
    assert "content-encoding" not in client.get(SCRIPT, headers=headers).headers


@pytest.mark.parametrize("path", ["/static/other.js", "/figures/static/js/a.csv"])
def test_what_may_change_under_its_name_is_not_kept(client: TestClient, asked: list[str], path: str) -> None:
    assert [client.get(path).text for _ in range(2)] == [TEXT] * 2 and len(asked) == 2


def test_what_is_not_there_is_not_kept_either(client: TestClient) -> None:
    answers = [client.get("/static/js/no.js") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [404, 404] and "cache-control" not in answers[0].headers


def test_what_streamlit_gives_for_a_script_that_it_has_not_is_kept_by_nobody() -> None:
    """It gives its front page: after an update an old tab asks for what is no more."""
    client = TestClient(
        Starlette(routes=create_streamlit_static_assets_routes(""), middleware=[Middleware(Compressed)])
    )
    for path in ("/static/js/gone.AbCd1234.js", "/made-up/static/css/b.css"):
        answer = client.get(path)
        assert "html" in answer.headers["content-type"] and answer.headers.get("cache-control") != FOREVER
    [script] = re.findall(r'src="\.?(/static/js/[^"]+)"', client.get("/").text)[:1]
    assert client.get(script).headers["cache-control"] == FOREVER


def test_the_first_may_go_before_all_is_there(tmp_path: Path) -> None:
    """A visitor turns to another page while its scripts are still being read: the next gets them whole."""
    file = tmp_path / "index.js"
    file.write_text(TEXT)
    app = Compressed(FileResponse(file, media_type="text/javascript"))

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    async def unheard(_: Message) -> None:
        await asyncio.sleep(0)

    headers = [(b"accept-encoding", b"gzip")]
    scope = {"type": "http", "method": "GET", "path": SCRIPT, "headers": headers, "asgi": {"spec_version": "2.3"}}
    asyncio.run(app(scope, gone, unheard))
    assert TestClient(app).get(SCRIPT).text == TEXT


def test_plotly_comes_whole_and_small() -> None:
    client = TestClient(Starlette(routes=FILES, middleware=[Middleware(Compressed)]))
    answer = client.get(f"/{library.address()}", headers={"Accept-Encoding": "gzip"})
    assert answer.content == library.library() and "javascript" in answer.headers["content-type"]
    assert int(answer.headers["content-length"]) < 0.48e6
    assert len(gzip.compress(answer.content, 9)) == int(answer.headers["content-length"])
