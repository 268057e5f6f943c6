"""Away and back where there is nowhere to go; the rest is in `test_sign_in.py`, at a real server."""

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.access.returned import away
from dashboard.readdress import meant
from dashboard.settings import settings


@pytest.mark.parametrize("prefix", ["", "world"])
def test_without_a_provider_the_way_in_leads_to_the_first_page(prefix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "prefix", prefix)
    client = TestClient(Starlette(routes=[Route("/sign-in", away)]), follow_redirects=False)
    assert client.get("/sign-in?back=//elsewhere").headers["location"] == (f"/{prefix}/" if prefix else "/")


def test_what_belongs_to_signing_in_is_no_page_misspelled() -> None:
    for path in ("/sign-in", "/auth/login", "/auth/logout", "/oauth2callback"):
        assert meant(path) is None
