"""Files for staff: made when they are asked for, for who has the role then; none lies at an address before."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import current_thread

from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from dashboard.access import Role
from dashboard.access.session import allowed


def only(needs: Role, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """`make` for a download button, which calls it in a thread that does not know whose page it is on."""
    page = get_script_run_ctx()

    def checked() -> bytes:
        allowed(needs)
        return make()

    def made() -> bytes:
        with ThreadPoolExecutor(1, initializer=lambda: add_script_run_ctx(current_thread(), page)) as thread:
            return thread.submit(checked).result()

    return made
