"""Facts that would do harm, through every outlet that is no file of a table: paper, pocket file, addresses, frames."""

import html
import json

import pytest
from starlette.testclient import TestClient

from dashboard.app_pages import PAGES
from dashboard.briefing.chapters import brief
from dashboard.briefing.paper import card, paper
from dashboard.briefing.pocket import pocket
from dashboard.content.view import view
from dashboard.speaking import language
from tests.export.test_hostile import EVIL, hostile  # noqa: F401 (a fixture)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("hostile")]
TAG = "<r>bold</r>"


def test_a_briefing_is_made_of_them() -> None:
    assert TAG in EVIL
    found = brief("market", {"market": ["JP"]}, language("de"))
    for make in (paper, card):
        assert make(found).content.startswith(b"%PDF-")
    text = pocket(found).content.decode()
    assert TAG not in text and html.escape(TAG) in text


@pytest.mark.parametrize("page", ["market", "companies", "relations"])
def test_addresses_and_frames_hold_them_as_text(client: TestClient, page: str) -> None:
    shown = view(PAGES[page], {}, language("de"))
    seen = 0
    for key in shown.exhibits:
        told = client.get(f"/figures/{page}/{key}.json?{shown.query}")
        assert told.status_code == 200 and json.loads(told.text)["figure"] == key
        seen += TAG in told.text
        frame = client.get(f"/embed/{page}/{key}?{shown.query}")
        assert frame.status_code == 200 and TAG not in frame.text, key
    assert seen
    assert TAG not in client.get("/figures?lang=de", headers={"Accept": "text/html"}).text
