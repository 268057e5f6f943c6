"""Plain tables of data: shown as their columns say, taken along with all that the rows hold."""

from typing import NamedTuple

from streamlit.testing.v1 import AppTest

from dashboard.values import Hedge, Market, Text, market


class Row(NamedTuple):
    market: Market
    year: int
    qualifier: Hedge
    note: Text
    shown: float | None


ROW = Row(market("JP"), 2024, Hedge.APPROX, Text("about", "etwa"), None)


def page() -> None:
    from dashboard.app_pages import PAGES
    from dashboard.content.table import DataTable, Kind, TableColumn
    from dashboard.content.view import view
    from dashboard.screen import show  # noqa: F401 (it says how every part is drawn)
    from dashboard.screen.stage import Stage, draw
    from dashboard.speaking import language
    from tests.screen.test_table import ROW

    lang, sectors = language("en"), PAGES["sectors"]
    columns = (TableColumn("Year", Kind.YEAR), TableColumn("Value"), TableColumn("Source", Kind.LINK, link="open"))
    table = DataTable("values", "All values", columns, ((2024, "≈ 1", "https://a.example"),), (ROW,))
    draw(table, Stage(view(sectors, {}, lang)))


def test_columns_are_shown_as_they_say() -> None:
    test = AppTest.from_function(page, default_timeout=60).run()
    assert not test.exception
    (table,) = test.dataframe
    assert table.value.to_dict("list") == {"Year": [2024], "Value": ["≈ 1"], "Source": ["https://a.example"]}
    assert '"%d"' in table.proto.columns and '"open"' in table.proto.columns and '"link"' in table.proto.columns
