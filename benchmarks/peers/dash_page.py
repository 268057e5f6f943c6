"""The page in Dash, by a callback on the server: `python -m benchmarks.peers.dash_page PORT FOLDER`."""

import sys
from typing import Any

from dash import Dash, Input, Output, dcc, html
from flask import Response, send_from_directory

from benchmarks.peers.shown import CONFIG, keys, offered, shown

# The quickest way into a page that Dash knows for HTML.
SET_WORDS = "(words) => { document.getElementById('words').innerHTML = words; return ''; }"


def page(folder: str) -> Dash:
    """One callback brings all of a market at once."""
    app, markets = Dash(__name__), offered()
    options = [{"label": name, "value": code} for name, code in markets.items()]
    app.layout = html.Div(
        [
            dcc.RadioItems(options, next(iter(markets.values())), id="market", inline=True),
            html.H1(id="title"),
            *(dcc.Graph(id=key, config=CONFIG) for key in keys()),
            html.Div(id="words"),
            dcc.Store(id="told"),
            html.I(id="done"),
        ]
    )

    @app.callback(Output("title", "children"), *(Output(key, "figure") for key in keys()), Output("told", "data"),
                  Input("market", "value"))  # fmt: skip
    def choose(code: str) -> tuple[Any, ...]:
        market = shown(code)
        return (market.title, *(market.figures[key] for key in keys()), market.words)

    app.clientside_callback(SET_WORDS, Output("done", "title"), Input("told", "data"), prevent_initial_call=True)

    @app.server.route("/assets/<kind>/<path:name>")
    def assets(kind: str, name: str) -> Response:
        return send_from_directory(f"{folder}/assets/{kind}", name)

    return app


if __name__ == "__main__":
    page(sys.argv[2]).run(port=sys.argv[1], debug=False)
