"""The addresses as a program asks for them, without a server around."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.settings import settings
from dashboard.web.routes import routes


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr(settings(), "requests_per_minute", 0)
    return TestClient(Starlette(routes=list(routes())))
