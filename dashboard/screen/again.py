"""A page whose engine does not answer: it says so, and looks again by itself until it does."""

import streamlit as st

from dashboard.content.begun import unanswered
from dashboard.language import Language
from dashboard.screen.seen import fragment
from dashboard.warehouse import warehouse
from dashboard.warehouse.engine.fault import EngineFault

EVERY = 10.0  # seconds


def say(fault: EngineFault, lang: Language) -> None:
    """Where nothing of the page can be shown."""
    st.info(unanswered(fault, lang), icon=":material/cloud_off:")
    look_again(fault)


def look_again(fault: EngineFault) -> None:
    """Run the page anew once its engine is well; what only takes too long is not asked again and again."""
    if not fault.passes:
        return
    first = iter([True])  # with the page itself

    def look() -> None:
        if not next(first, False) and not warehouse().faults:
            st.rerun()

    fragment(look, every=EVERY)()
