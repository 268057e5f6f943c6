"""The calendar to subscribe to: what is coming, with its days, and nothing whose day is not known."""

from datetime import date, timedelta

import icalendar
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import server
from dashboard.calendar_file import calendar_file
from dashboard.settings import settings
from dashboard.speaking import language
from tests.conftest import Rows
from tests.relations.test_queries import is_coming

TODAY = date(2026, 11, 29)


def wanted(facts: dict[str, Rows], market: str) -> dict[str, dict[str, str]]:
    rows = [row for row in facts["events"] if row["day"] and is_coming(row, TODAY)]
    return {row["event_id"]: row for row in rows if market in ("", row["market"]) or row["market"] == "all"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "today", TODAY)


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("market", ["", "JP", "US", "SE"])
def test_each_coming_event_stands_in_it_with_its_days(facts: dict[str, Rows], market: str, lang: str) -> None:
    made = icalendar.Calendar.from_ical(calendar_file([market] if market else [], language(lang)))
    found = {str(event["uid"]).split("@")[0]: event for event in made.walk("VEVENT")}
    rows = wanted(facts, market)
    assert set(found) == set(rows) and len(rows) > 5
    for event_id, row in rows.items():
        first = date(*(int(row[part]) for part in ("year", "month", "day")))
        last = date(*(int(row[f"end_{part}"]) for part in ("year", "month", "day"))) if row["end_day"] else first
        assert (first, last + timedelta(days=1)) == (found[event_id].DTSTART, found[event_id].DTEND)
        assert found[event_id]["summary"] == row[f"title_{lang}"]


def test_the_address_answers_a_calendar_or_says_what_there_is() -> None:
    client = TestClient(Starlette(routes=list(server.ROUTES)))
    answer = client.get("/calendar.ics?market=JP&lang=en")
    assert answer.headers["content-type"].startswith("text/calendar") and answer.text.startswith("BEGIN:VCALENDAR")
    known = {"If-None-Match": answer.headers["etag"]}
    assert client.get("/calendar.ics?market=JP&lang=en", headers=known).status_code == 304
    refused = client.get("/calendar.ics?market=QQ")
    assert refused.status_code == 404 and "QQ" in refused.text and "JP" in refused.text
    assert client.get("/calendar.ics?lang=xx").status_code == 404
