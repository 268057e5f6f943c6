"""Files for staff: made when they are taken, for who has the role then."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.access import NotAllowed, Role
from dashboard.staff.taking import only
from tests.staff.conftest import Signed


def test_a_file_is_made_for_who_has_the_role_when_it_is_taken(signed: Signed) -> None:
    signed(Role.EDITOR)
    made = only(Role.EDITOR, lambda: b"rows")
    assert made() == b"rows"
    signed(Role.ANALYST)
    with pytest.raises(NotAllowed):
        made()


def test_a_file_is_made_on_the_page_it_is_taken_from() -> None:
    def script() -> None:
        from threading import Thread

        import streamlit as st
        from streamlit.runtime.scriptrunner import get_script_run_ctx

        import dashboard.staff.taking as taking
        from dashboard.access import Role

        def make() -> bytes:
            return str(get_script_run_ctx().session_id).encode()

        made = taking.only(Role.VIEWER, make)
        found = list[bytes]()
        thread = Thread(target=lambda: found.append(made()))  # as the server does it
        thread.start()
        thread.join()
        st.text(found[0].decode() == get_script_run_ctx().session_id)

    assert AppTest.from_function(script).run().text[0].value == "True"
