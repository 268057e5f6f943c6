"""Where files say that their page is shown."""

import pytest

from dashboard.app_pages import PAGES
from dashboard.content.view import view
from dashboard.settings import settings
from dashboard.speaking import language


@pytest.mark.parametrize(
    ("public", "prefix", "below"),
    [
        ("", "", ""),
        ("", "duesseldorf", "/duesseldorf"),
        ("https://world.example.org/welt/", "welt", "https://world.example.org/welt"),
    ],
)
def test_as_the_settings_say(public: str, prefix: str, below: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "public_address", public)
    monkeypatch.setattr(settings(), "prefix", prefix)
    assert view(PAGES["market"], {"market": ["KR"]}, language("de")).address.startswith(f"{below}/market?market=KR&")
    assert view(PAGES["overview"], {}, language("en")).address.startswith(f"{below}/?")
