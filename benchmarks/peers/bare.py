"""The page without a framework or a server's work: all markets are there, a click draws. No browser does better."""

import json
import shutil
from pathlib import Path

from benchmarks.peers.shown import CONFIG, keys, offered, shown
from dashboard.assets import PLOTLY_JS

PAGE = """<!doctype html><meta charset="utf-8"><title>-</title><script src="plotly.js"></script>
<nav></nav><h1></h1><main></main><section></section>
<script type="module">
const { markets, keys, config } = await (await fetch("markets.json")).json();
const main = document.querySelector("main");
const plots = keys.map(() => main.appendChild(document.createElement("div")));
function choose(name) {
  const { title, figures, words } = markets[name];
  document.querySelector("h1").textContent = title;
  keys.forEach((key, n) => Plotly.react(plots[n], figures[key].data, figures[key].layout, config));
  document.querySelector("section").innerHTML = words;
}
for (const name of Object.keys(markets)) {
  const button = document.querySelector("nav").appendChild(document.createElement("button"));
  button.textContent = name;
  button.onclick = () => choose(name);
}
choose(Object.keys(markets)[0]);
</script>"""


def write(folder: Path) -> None:
    """The page and all it needs, beside the outlines."""
    told = {"markets": {name: vars(shown(code)) for name, code in offered().items()}, "keys": keys(), "config": CONFIG}
    (folder / "markets.json").write_text(json.dumps(told), encoding="utf-8")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    shutil.copy(PLOTLY_JS, folder / "plotly.js")
