"""Filters in the address: codes, not words; nonsense is named and answered with the default."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from dashboard.screen import filters
    from dashboard.speaking import language

    lang = language("en")
    filters.listen()
    fruit = filters.one("Fruit", {"A": "Apple", "B": "Pear"}, lang, key="fruit", default="A")
    nuts = filters.many("Nuts", {"H": "Hazel", "W": "Wal", "P": "Pea"}, lang, key="nuts", default=["H", "W"], most=2)
    word = filters.text("Word", key="word", most=5)
    order = filters.told("order", {"up": "Up", "down": "Down"}, "up", lang)
    st.caption(f"{word} {order}")
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


def test_the_singular_is_understood_where_several_are_possible() -> None:
    test = start(nut=["P"])
    assert test.text[0].value == "A P"
    assert test.query_params == {"nuts": "P"}


def test_more_than_allowed_is_cut() -> None:
    assert start(nuts=["H", "W", "P"]).text[0].value == "A H,W"


def test_a_text_is_cut_stripped_and_kept_in_the_address() -> None:
    test = start(word="  far too long ")
    assert test.caption[0].value == "far up"
    test.text_input(key="word").set_value("nut").run()
    assert test.caption[0].value == "nut up" and test.query_params["word"] == "nut"
    test.text_input(key="word").set_value("").run()
    assert "word" not in test.query_params


def test_a_choice_without_a_widget_is_checked_too() -> None:
    assert start(order="down").caption[0].value.endswith("down")
    test = start(order="sideways")
    assert test.caption[0].value.endswith("up") and "sideways" in test.info[0].value


def test_a_filter_ends_with_its_page() -> None:
    def script() -> None:
        import streamlit as st

        from dashboard.screen import filters
        from dashboard.speaking import language

        filters.listen()
        filters.begin(st.session_state["place"])
        st.text(filters.one("Fruit", {"A": "Apple", "B": "Pear"}, language("en"), key="fruit", default="A"))

    test = AppTest.from_function(script)
    test.session_state["place"] = "here"
    test.run().selectbox(key="fruit").select("B").run()
    assert test.text[0].value == "B"
    test.session_state["place"] = "there"
    del test.query_params["fruit"]
    assert test.run().text[0].value == "A"


def test_a_part_that_runs_alone_does_not_listen_to_the_address() -> None:
    def script() -> None:
        import streamlit as st

        from dashboard.screen import filters
        from dashboard.speaking import language

        if st.session_state.get("whole", True):
            filters.listen()
        st.text(filters.one("Fruit", {"A": "Apple", "B": "Pear"}, language("en"), key="fruit", default="A"))

    test = AppTest.from_function(script)
    test.run().selectbox(key="fruit").select("B").run()
    test.session_state["whole"] = False
    del test.query_params["fruit"]  # the browser has not heard yet
    assert test.run().text[0].value == "B"
    test.session_state["whole"] = True  # and now it went back
    assert test.run().text[0].value == "A"
