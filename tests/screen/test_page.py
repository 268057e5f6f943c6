"""The frame around every page."""

import logging
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.access import Person, Role
from dashboard.values import Said
from dashboard.warehouse import warehouse
from dashboard.warehouse.fault import Fault


@pytest.mark.parametrize(("lang", "words"), [("de", "lässt sich gerade nicht zeigen"), ("en", "cannot be shown")])
def test_a_failed_page_apologises_in_the_readers_language_and_keeps_the_reason_in_the_log(
    caplog: pytest.LogCaptureFixture, lang: str, words: str
) -> None:
    def script() -> None:
        from dashboard.screen.page import apologise

        assert apologise(ValueError("internal detail"))

    test = AppTest.from_function(script)
    test.session_state["lang"] = lang
    with caplog.at_level(logging.ERROR):
        test.run()
    assert words in test.error[0].value and "internal detail" not in test.error[0].value
    assert "internal detail" in caplog.text
    assert "ValueError: internal detail" in warehouse().snapshot.failures, "the health answer tells it"
    warehouse().snapshot.failures.clear()


def test_staff_is_told_in_its_language_what_is_wrong_with_newer_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    rule, mend = Said("less than {limit}", limit=1800), Said("Correct the number.")
    monkeypatch.setattr(warehouse(), "faults", [Fault("companies.csv", 1234, "established", "1492", rule, mend)])

    def script() -> None:
        from dashboard.screen.page import notice_staff
        from dashboard.speaking import language

        notice_staff(language("de"))

    told = {}
    for role in (Role.VIEWER, Role.EDITOR):
        monkeypatch.setattr("dashboard.screen.page.person", partial(Person, "Mia", role))
        told[role] = [one.value for one in AppTest.from_function(script).run().code]
    where = "companies.csv, Zeile 1.234, Spalte established"
    assert told[Role.EDITOR] == [f"{where}: kleiner als 1.800 (1492)\n    → Die Zahl korrigieren."]
    assert not told[Role.VIEWER]
