"""The first view of a page: what stands in it before any script has come, for whom, and when there is none."""

import asyncio
import gzip
import io
import json
import logging
import re
import threading
from collections.abc import Iterator
from html import escape, unescape

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.app_pages import IN_ORDER, PAGES
from dashboard.content.parts import Head, KeyFigures, flat
from dashboard.content.view import view
from dashboard.journal import Lines
from dashboard.language import COMPLETE
from dashboard.operation.watched import Watched
from dashboard.speaking import language
from dashboard.web import first as first_module
from dashboard.web import front as front_module
from dashboard.web.first import Place
from dashboard.web.front import FirstView, front

BROWSER = {"Accept": "text/html,*/*", "Accept-Language": "de-DE,de;q=0.9,en;q=0.8"}
PLAIN = "Streamlit's own"


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A browser that waits for it, however busy the machine is."""
    monkeypatch.setattr(front_module, "PATIENCE", 60)

    def own(_: Request) -> Response:
        return PlainTextResponse(PLAIN)

    app = Starlette(routes=[Route("/{rest:path}", own)], middleware=[Middleware(Watched), Middleware(FirstView)])
    with TestClient(app, headers=BROWSER) as made:
        yield made


def text(client: TestClient, path: str) -> str:
    """What stands in the page before any script has come, without marks."""
    found = client.get(path).text
    _, body = re.split(r'<div id="pw-first"[^>]*>', found)
    body = body.partition('<div id="root">')[0]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body)))


def test_key_figures_stand_in_the_page(client: TestClient) -> None:
    found = view(PAGES["market"], {"market": ["JP"]}, language("de"))
    [shown] = PAGES["market"].sections[1](found.reading.choice, found.lang).parts
    assert isinstance(shown, KeyFigures)
    answer, said = client.get("/market?market=JP"), text(client, "/market?market=JP")
    assert len(shown.figures) == answer.text.count('class="pw-kpi"') == 5
    told = [" ".join(f"{one.value} {one.label} {one.meta}".split()) for one in shown.figures]
    assert [one for one in told if one not in said] == []
    assert "<title>Japan · Markt" in answer.text and answer.text.count("<svg ") == 1
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("path", "wished", "lang"),
    [("/", "en-GB,de", "en"), ("/", "fr-FR,en;q=0.9", "de"), ("/?lang=en", "de", "en"), ("/?lang=EN-us", "de", "en")],
)
def test_it_speaks_as_the_page_will(client: TestClient, path: str, wished: str, lang: str) -> None:
    said = client.get(path, headers={"Accept-Language": wished}).text
    assert f'<html lang="{lang}"' in said and language(lang).t("The world in pocket format") in said


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/market?market=XX", {}), ("/market?nonsense=1", {}), ("/?lang=fr", {}), ("/?unknown=x", {}),
        ("/overview", {}), ("/nowhere", {}), ("/static/js/a.js", {}), ("/_stcore/health", {}),
        ("/", {"Accept": "application/json"}), ("/market?market=" + "J" * 3000, {}),
    ],
)  # fmt: skip
def test_what_would_be_refused_or_is_no_page_is_left_alone(
    client: TestClient, path: str, headers: dict[str, str]
) -> None:
    assert client.get(path, headers=headers).text == PLAIN


def test_it_never_keeps_a_browser_waiting(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(front_module, "front", lambda *view, **how: go_on.wait(60) and front(*view, **how))
    monkeypatch.setattr(front_module, "PATIENCE", 0)
    assert client.get("/market?market=KR&lang=en").text == PLAIN
    go_on.set()
    monkeypatch.setattr(front_module, "PATIENCE", 60)
    assert "pw-first" in client.get("/market?market=KR&lang=en").text


def test_a_fault_in_it_is_nobodys_fault_and_told_without_what_was_typed(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError("nothing is called Müller")

    monkeypatch.setattr(front_module, "front", fails)
    handler = logging.StreamHandler(written := io.StringIO())
    handler.setFormatter(Lines())
    front_module.log.addHandler(handler)
    assert client.get("/").text == PLAIN
    front_module.log.removeHandler(handler)
    line = json.loads(written.getvalue())
    assert line["request"] and line["error"]["kind"] == "ValueError" and "Müller" not in str(line)


def test_links_stay_below_any_prefix_and_what_is_put_in_is_escaped(client: TestClient) -> None:
    said = client.get("/relations").text + client.get("/").text + client.get("/market?market=JP").text
    assert not [link for link in re.findall(r'(?:href|src)="([^"]*)"', said) if link.startswith("/")]
    assert not re.search(r"<script(?! type=\"module\")[^>]*src|\son\w+=", said)
    place = Place(PAGES["market"], language("en"), None, phone=False)
    made = first_module._html(Head('<img src=x onerror="x">', "<b>"), place)
    assert "<img" not in made and "&lt;img" in made and "&lt;b&gt;" in made


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("page", IN_ORDER, ids=lambda page: page.name)
def test_every_page_has_its_title(page: object, lang: str) -> None:
    found = view(page, {}, language(lang))  # type: ignore[arg-type]
    heads = [part for part in flat(found.sections[0].parts) if isinstance(part, Head)]
    for phone in (False, True):
        said = gzip.decompress(front(found, phone=phone).content).decode()
        body = said.partition('<div id="pw-first"')[2]
        assert [f"{escape(head.title)}</h1>" in body for head in heads] == [True]
        assert len(front(found, phone=phone).content) < 90_000


def test_many_at_once_are_not_made_at_once() -> None:
    """Whoever asks beyond that gets the page without."""
    seen = list[str]()

    async def app(scope: object, receive: object, send: object) -> None:  # noqa: ARG001
        seen.append("plain")

    wrapped = FirstView(app)
    wrapped._asked = front_module.MOST
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [(b"accept", b"text/html")]}
    asyncio.run(wrapped(scope, None, None))  # type: ignore[arg-type]
    assert seen == ["plain"]
