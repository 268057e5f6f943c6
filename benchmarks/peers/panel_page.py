"""The page in Panel: `python -m benchmarks.peers.panel_page PORT FOLDER`."""

import sys

import panel as pn

from benchmarks.peers.shown import CONFIG, keys, offered, shown


def page() -> pn.Column:
    """A session: all that changes is sent together."""
    choice = pn.widgets.RadioButtonGroup(options=offered())
    market = shown(choice.value)
    title, words = pn.pane.HTML(f"<h1>{market.title}</h1>"), pn.pane.HTML(market.words)
    plots = {key: pn.pane.Plotly(market.figures[key], config=CONFIG, sizing_mode="stretch_width") for key in keys()}

    def change(_: object) -> None:
        new = shown(choice.value)
        with pn.io.hold():
            title.object, words.object = f"<h1>{new.title}</h1>", new.words
            for key, plot in plots.items():
                plot.object = new.figures[key]

    choice.param.watch(change, "value")
    return pn.Column(choice, title, *plots.values(), words, sizing_mode="stretch_width")


if __name__ == "__main__":
    pn.extension("plotly")
    pn.serve(page, port=int(sys.argv[1]), address="127.0.0.1", show=False,
             static_dirs={"assets": f"{sys.argv[2]}/assets"})  # fmt: skip
