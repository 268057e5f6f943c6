"""What can be asked: tables, views and macros with their columns, and the pages' own questions as examples."""

import streamlit as st

from dashboard.lab.filled import filled, open_values
from dashboard.lab.schema import Relation, Schema
from dashboard.language import Language
from dashboard.screen.html import block
from dashboard.staff.spoken import spoken

KINDS = ("table", "view", "macro")
SOURCE = "source_id"


def browser(known: Schema, lang: Language) -> str | None:
    """The lists; returns the text of an example that was chosen just now."""
    tables, examples = st.tabs([lang.t("What there is"), lang.t("Examples")])
    with tables:
        order = sorted(known.relations.values(), key=lambda one: (KINDS.index(one.kind), not _has_facts(one), one.name))
        name = st.selectbox(
            lang.t("Table, view or macro"),
            [one.name for one in order],
            format_func=lambda one: _called(known.relations[one], lang),
            key=spoken("query-relation", lang),
        )
        if name:
            _meaning(known.relations[name], lang)
    with examples:
        return _examples(known, lang)


def _has_facts(one: Relation) -> bool:
    """Whether its rows name their sources: these come before the code lists."""
    return any(field.name == SOURCE for field in one.fields)


def _called(one: Relation, lang: Language) -> str:
    kinds = {"table": lang.t("table"), "view": lang.t("view"), "macro": lang.t("macro")}
    return f"{one.name} ({kinds[one.kind]})"


def _meaning(one: Relation, lang: Language) -> None:
    """What its rows are, and its columns."""
    fields = [{"name": field.name, "type": field.type.lower(), "title": lang.text(field.title)} for field in one.fields]
    block("relation", title=lang.text(one.title), text=lang.text(one.description), fields=fields)


def _examples(known: Schema, lang: Language) -> str | None:
    """The pages' questions; the values that one leaves open can be given."""
    ready = {one.name: one for one in known.examples}
    chosen = st.selectbox(lang.t("Question of a page"), ready, index=None, key="query-example")
    if not chosen:
        return None
    st.caption(ready[chosen].question)
    values = {
        name: st.text_input(f"{name} ({kind})", help=_how(kind, lang), key=f"query-open-{chosen}-{name}")
        for name, kind in open_values(ready[chosen]).items()
    }
    pressed = st.button(lang.t("Put into the editor"), key="query-example-put", icon=":material/edit:")
    return filled(ready[chosen], values) if pressed else None


def _how(kind: str, lang: Language) -> str:
    """What may be written there."""
    if kind.endswith("[]"):
        return lang.t("Several are separated by commas; empty: none in particular.")
    return lang.t("Empty: none in particular.")
