"""To whom addresses answer, how often and how much: clients, other websites, and never with what is internal."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.settings import Settings, settings
from dashboard.warehouse import warehouse
from dashboard.web.routes import routes
from tests.web.test_answers import SECTORS


def served() -> TestClient:
    """With the settings as they are now."""
    return TestClient(Starlette(routes=list(routes())))


def test_a_client_that_asks_too_often_is_told_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "requests_per_minute", 3)
    one = TestClient(Starlette(routes=list(routes())), client=("10.0.0.1", 1))
    assert [one.get(SECTORS).status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = one.get(SECTORS, headers={"Accept": "application/json"})
    assert 1 <= int(refused.headers["retry-after"]) <= 61 and refused.json()["status"] == 429


def test_clients_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each IPv4 address for itself, of IPv6 each network; a minute later they may ask again."""
    monkeypatch.setattr(settings(), "requests_per_minute", 1)
    app = Starlette(routes=list(routes()))
    now = [1000.0]
    monkeypatch.setattr("dashboard.web.bounds.time.monotonic", lambda: now[0])

    def status(host: str) -> int:
        return TestClient(app, client=(host, 1)).get("/figures/nope.zip").status_code

    assert [status(host) for host in ("10.0.0.1", "10.0.0.2", "10.0.0.1")] == [404, 404, 429]
    assert [status(host) for host in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1")] == [404, 429, 404]
    now[0] += 61
    assert status("10.0.0.1") == 404


@pytest.mark.parametrize("name", ["answer_rows", "answer_mb"])
def test_too_much_is_refused_in_words(client: TestClient, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(settings(), name, 20 if name == "answer_rows" else 0.001)
    for path in ("companies/companies.json", "companies/companies.csv", "companies.xlsx"):
        refused = client.get(f"/figures/{path}?lang=en")
        assert refused.status_code == 400 and "Choose less" in refused.text
    assert client.get("/figures/companies/by-period.json?lang=en").status_code in (200, 400)


def test_scripts_of_other_websites_read_only_where_they_may(monkeypatch: pytest.MonkeyPatch) -> None:
    headers = {"Origin": "https://www.example.org"}
    assert "access-control-allow-origin" not in served().get(SECTORS, headers=headers).headers
    monkeypatch.setattr(settings(), "cors", "https://www.example.org https://example.com")
    allowed = served()
    answer = allowed.get(SECTORS, headers=headers)
    assert answer.headers["access-control-allow-origin"] == "https://www.example.org"
    assert "ETag" in answer.headers["access-control-expose-headers"] and "Origin" in answer.headers["vary"]
    stranger = allowed.get(SECTORS, headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in stranger.headers
    assert allowed.get("/figures/nope.zip", headers=headers).headers["access-control-allow-origin"]
    asks = headers | {"Access-Control-Request-Method": "GET"}
    assert allowed.options(SECTORS, headers=asks).status_code == 200
    assert "access-control-allow-origin" not in allowed.get("/embed/market/market-sectors", headers=headers).headers


@pytest.mark.parametrize(
    "wrong", ["example.org", "https://a.org; script-src *", "https://a.org\nX: y", "'self'", "* x"]
)
def test_only_origins_get_into_a_header(wrong: str) -> None:
    for name in ("embed_from", "cors"):
        with pytest.raises(ValueError, match=name):
            Settings(**{name: wrong})  # type: ignore[arg-type]
        for right in ("https://a.org http://b.org:81", "*", ""):
            assert getattr(Settings(**{name: right}), name) == right  # type: ignore[arg-type]


def test_a_wildcard_within_a_website_is_for_frames_only() -> None:
    """Security policies know it; origins that may read are compared as a whole."""
    wild = "https://a.org https://*.c.org"
    assert Settings(embed_from=wild).embed_from == wild  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="in full"):
        Settings(cors=wild)  # type: ignore[call-arg]


def policy(answer: object) -> str:
    told: str = answer.headers["content-security-policy"]  # type: ignore[attr-defined]
    return told.rpartition("frame-ancestors ")[2]


def test_only_embedded_figures_are_framed_and_only_by_whom_the_operator_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "requests_per_minute", 0)
    closed = served().get("/embed/market/market-sectors?market=JP")
    assert closed.status_code == 200 and policy(closed) == "'none'" and closed.headers["x-frame-options"] == "DENY"
    monkeypatch.setattr(settings(), "embed_from", "https://www.example.org")
    opened = served()
    for path in ("/embed/market/market-sectors", "/embed/market/nope"):
        answer = opened.get(path)
        assert policy(answer) == "https://www.example.org" and "x-frame-options" not in answer.headers
        assert "unsafe-eval" not in answer.headers["content-security-policy"]
    assert "content-security-policy" not in opened.get(SECTORS).headers  # the server's own stands around it


@pytest.mark.parametrize(
    "path", ["/figures/market/market-sectors.json", "/figures/market.zip", "/embed/market/figures"]
)
def test_a_warehouse_with_internal_rows_answers_nothing(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(warehouse(), "public", False)
    assert client.get(path).status_code == 403
