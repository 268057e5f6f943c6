"""Filters in the address: codes, not words; nonsense is named and answered with the default."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from dashboard.language import language
    from dashboard.parts import filters

    lang = language("en")
    fruit = filters.one("Fruit", {"A": "Apple", "B": "Pear"}, lang, key="fruit", default="A")
    nuts = filters.many("Nuts", {"H": "Hazel", "W": "Wal", "P": "Pea"}, lang, key="nuts", default=["H", "W"], most=2)
    st.text(f"{fruit} {','.join(nuts)}")


def start(**address: str | list[str]) -> AppTest:
    test = AppTest.from_function(page)
    for key, value in address.items():
        test.query_params[key] = value
    return test.run()


def test_defaults_need_no_word_in_the_address() -> None:
    test = start()
    assert test.text[0].value == "A H,W"
    assert test.query_params == {}


def test_the_address_holds_codes_and_is_followed() -> None:
    test = start(fruit="B", nuts=["P", "H"])
    assert test.text[0].value == "B P,H"
    assert not test.info


def test_a_choice_is_written_into_the_address() -> None:
    test = start()
    test.selectbox(key="fruit").select("B").run()
    assert test.text[0].value == "B H,W"
    assert test.query_params["fruit"] in ("B", ["B"])


def test_nonsense_is_named_and_escaped() -> None:
    test = start(fruit="<b>Z</b>", nuts=["X", "P"])
    assert test.text[0].value == "A P"
    assert len(test.info) == 2
    assert "Apple" in test.info[0].value and "<b>" not in test.info[0].value


def test_more_than_allowed_is_cut() -> None:
    assert start(nuts=["H", "W", "P"]).text[0].value == "A H,W"
