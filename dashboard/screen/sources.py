"""Where figures come from: the short line under each figure and the full list behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard.charts.base import records
from dashboard.content import sources as content
from dashboard.language import Language
from dashboard.screen.html import block
from dashboard.screen.markdown import plain
from dashboard.warehouse import warehouse


@dataclass(frozen=True)
class Sources:
    """The sources of one figure and what is counted in it (`counted` is a sentence in the reader's language)."""

    ids: tuple[str, ...]
    counted: str = ""

    def table(self) -> pd.DataFrame:
        """source_id, title, publisher, url, published, tertiary; newest first."""
        return warehouse().ask("shared/source_list", source_ids=self.ids)

    def line(self, lang: Language) -> str:
        """`Quellen: IHK Düsseldorf, IT.NRW und 3 weitere · Unternehmen laut Handelsregister`."""
        publishers = list(dict.fromkeys(self.table()["publisher"]))
        named = ", ".join(publishers[:2])
        if len(publishers) > 2:
            named = lang.n("{named} and {count} more", "{named} and {count} more", len(publishers) - 2, named=named)
        prefix = (
            lang.t("Source: {named}", named=named) if len(self.ids) == 1 else lang.t("Sources: {named}", named=named)
        )
        parts = [prefix if named else lang.t("No source"), self.counted]
        return " · ".join(part for part in parts if part) + " ⓘ"


def sources_of(*frames: pd.DataFrame, counted: str = "") -> Sources:
    """The sources named in the frames' `source_id` (one each) or `source_ids` (lists) columns, without repeats."""
    ids: dict[str, None] = {}
    for frame in frames:
        for cell in frame.get("source_id", ()):
            ids.update(dict.fromkeys(_flat(cell)))
        for cell in frame.get("source_ids", ()):
            ids.update(dict.fromkeys(_flat(cell)))
    return Sources(tuple(ids), counted)


def _flat(cell: object) -> Iterable[str]:
    if cell is None or cell is pd.NA or (isinstance(cell, float) and pd.isna(cell)):
        return ()
    return (cell,) if isinstance(cell, str) else [c for c in cell if c]  # type: ignore[attr-defined]


def show_sources(sources: Sources, title: str, lang: Language) -> None:
    """Open the full list in a dialog."""
    st.dialog(lang.t("Sources"), width="large")(_list)(sources, title, lang)


def _list(sources: Sources, title: str, lang: Language) -> None:
    words = {
        "title": lang.t("Title"),
        "publisher": lang.t("Publisher"),
        "published": lang.t("Published"),
        "tertiary": lang.t("not a publisher's own report"),
    }
    rows = [{**row, "published": _day(row["published"], lang)} for row in records(sources.table())]
    block("sources", title=title, counted=sources.counted, sources=rows, words=words)


def _day(published: str, lang: Language) -> str:
    """`2024`, `2024-03` or `2024-03-05` as the reader writes it; empty where it is not known."""
    return lang.month(*map(int, published.split("-"))) if pd.notna(published) else ""


def sources_button(sources: Sources, title: str, lang: Language, *, key: str) -> None:
    """The source line of what is no figure; one tap opens the full list."""
    if st.button(plain(sources.line(lang)), key=key, type="tertiary"):
        show_sources(sources, title, lang)


def put_sources(sources: content.Sources, title: str, lang: Language) -> None:
    """Open the full list of sources in a dialog."""
    words = {
        "title": lang.t("Title"),
        "publisher": lang.t("Publisher"),
        "published": lang.t("Published"),
        "tertiary": lang.t("not a publisher's own report"),
    }
    rows = [{**vars(source), "published": _when(source.published, lang)} for source in sources.found]

    def listed() -> None:
        block("sources", title=title, counted=sources.counted, sources=rows, words=words)

    st.dialog(lang.t("Sources"), width="large")(listed)()


def _when(published: str, lang: Language) -> str:
    """`2024`, `2024-03` or `2024-03-05` as the reader writes it; empty where it is not known."""
    return lang.month(*map(int, published.split("-"))) if published else ""
