"""What came of a query: its rows, a quick chart of them, files, and what it was made of."""

import io
import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.charts.base import AXIS, Chart, drawing, layout
from dashboard.charts.palette import OTHER, RULE
from dashboard.content.figure import Caption, Figure
from dashboard.content.sources import Sources
from dashboard.export.csv_file import written
from dashboard.export.formats import WORKBOOK
from dashboard.lab import words
from dashboard.lab.answer import Answer
from dashboard.lab.lab import lab
from dashboard.lab.schema import schema
from dashboard.language import Language
from dashboard.screen.figure import on_page
from dashboard.screen.markdown import plain
from dashboard.screen.passage import Passage, put_passage
from dashboard.staff.spoken import spoken
from dashboard.warehouse import warehouse

MOST = 2_000  # points of a chart
KINDS: dict[str, Callable[..., Any]] = {"bars": go.Bar, "line": go.Scatter, "points": go.Scatter}


def answered(answer: Answer, sql: str, lang: Language) -> None:
    """All of it."""
    count = lang.n("{count} row", "{count} rows", len(answer.rows))
    st.markdown(f"**{count}** · {lang.number(answer.seconds, 2)} s")
    if told := words.cut(answer, lab().limits, lang):
        st.info(told, icon=":material/content_cut:")
    if not answer.rows:
        st.caption(lang.t("Nothing fits the query."))
    rows, chart, made = st.tabs([lang.t("Rows"), lang.t("Chart"), lang.t("Made of")])
    frame = pd.DataFrame(answer.rows, columns=_titles(answer))
    with rows:
        st.dataframe(frame, hide_index=True, width="stretch", alt=lang.t("Rows of the answer"))
        _files(answer, frame, lang)
    with chart:
        _chart(frame, lang)
    with made:
        _made_of(answer, sql, lang)


def _titles(answer: Answer) -> list[str]:
    """Columns by their names, of which a query may give two the same."""
    names = [column.name for column in answer.columns]
    return [f"{name} ({names[:at].count(name) + 1})" if name in names[:at] else name for at, name in enumerate(names)]


def _files(answer: Answer, frame: pd.DataFrame, lang: Language) -> None:
    """CSV, workbook, JSON; they go to this reader alone."""
    name = f"query-{answer.version}"
    with st.container(horizontal=True):
        st.download_button(
            "CSV",
            lambda: written(_titles(answer), answer.rows, lang.separators[0]),
            f"{name}.csv",
            "text/csv",
            on_click="ignore",
        )
        st.download_button("XLSX", lambda: _workbook(frame), f"{name}.xlsx", WORKBOOK, on_click="ignore")
        st.download_button("JSON", lambda: _json(answer, frame), f"{name}.json", "application/json", on_click="ignore")
    if not warehouse().public:
        st.caption(lang.t("These files hold internal facts, too."))


def _workbook(frame: pd.DataFrame) -> bytes:
    content = io.BytesIO()
    options = {"options": {"strings_to_formulas": False, "strings_to_urls": False}}
    with pd.ExcelWriter(content, engine="xlsxwriter", engine_kwargs=options) as book:
        frame.to_excel(book, index=False, sheet_name="query")
    return content.getvalue()


def _json(answer: Answer, frame: pd.DataFrame) -> bytes:
    columns = [{"name": name, "type": column.type} for name, column in zip(frame, answer.columns, strict=True)]
    told = {"columns": columns, "rows": answer.rows, "cut": answer.cut, "data_version": answer.version}
    return json.dumps(told, ensure_ascii=False, default=str).encode()


def _chart(frame: pd.DataFrame, lang: Language) -> None:
    """A column of numbers by another column."""
    numbers = [str(name) for name in frame if pd.api.types.is_numeric_dtype(frame[name])]
    if not numbers or len(frame.columns) < 2 or frame.empty:
        st.caption(lang.t("A chart needs a column of numbers and another one."))
        return
    kinds = {"bars": lang.t("bars"), "line": lang.t("line"), "points": lang.t("points")}
    left, middle, right = st.columns(3)
    kind = left.selectbox(lang.t("Kind"), kinds, format_func=kinds.__getitem__, key=spoken("query-chart-kind", lang))
    y = middle.selectbox(lang.t("Numbers"), numbers, index=len(numbers) - 1, key="query-chart-y")
    x = right.selectbox(lang.t("By"), [str(name) for name in frame if name != y], key="query-chart-x")
    shown = frame.head(MOST)
    if is_repeated := bool(shown[x].duplicated().any()):
        kind = "points"  # bars of the same name would stand on one another as if they were a sum
    data = on_page(_figure(shown, kind, x, y, lang), lang, "") | {"source": ""}
    put_passage(Passage(({"figure": "query", "data": data},)), lang, lambda _: None, key="query-chart")
    if is_repeated:
        st.caption(lang.t("Several rows have the same value of “{by}”: each is a point.", by=plain(x)))
    if len(frame) > MOST:
        st.caption(lang.t("The first {count} rows are drawn.", count=lang.number(MOST)))


def _figure(shown: pd.DataFrame, kind: str, x: str, y: str, lang: Language) -> Figure:
    mode = {"line": {"mode": "lines+markers"}, "points": {"mode": "markers"}}.get(kind, {})
    trace = KINDS[kind](x=shown[x], y=shown[y], marker={"color": OTHER[0]}, **mode)
    look = layout(
        lang, 380, margin={"l": 8, "r": 8, "t": 12, "b": 40}, yaxis={**AXIS, "showgrid": True, "gridcolor": RULE[0]}
    )
    told = lang.t("{numbers} by {by}", numbers=y, by=x)
    return Figure("query", Chart(drawing([trace], look)), Caption(told, "", told), (), Sources())


def _made_of(answer: Answer, sql: str, lang: Language) -> None:
    """Which tables, views and macros it used, and what they are."""
    known = schema(warehouse().snapshot).relations
    for name in answer.used:
        if name in known:
            told = " ".join(filter(None, [lang.text(known[name].title), lang.text(known[name].description)]))
            st.markdown(f"`{name}` {plain(told)}")
    st.code(sql, language="sql", wrap_lines=True)
    st.caption(lang.t("Data version {version}", version=answer.version))
