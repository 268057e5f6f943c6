"""The frame around every page."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.warehouse import warehouse


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
