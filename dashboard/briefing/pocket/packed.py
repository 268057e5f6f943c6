"""What scripts of the file unpack: the library that draws, the figures, the outlines of their maps."""

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from typing import Any

from dashboard import library as plotly
from dashboard.assets import TOPOJSON
from dashboard.charts.palette import twins
from dashboard.content.figure import Figure
from dashboard.warehouse import warehouse

LAYER = "world_{}m"


def packed(text: str) -> str:
    """The text compressed, in letters that HTML may hold; the same for the same text."""
    return b64encode(gzip.compress(text.encode(), mtime=0)).decode()


@cache
def library() -> tuple[str, str]:
    """What draws figures, packed; and the hash by which the file's policy knows it."""
    text = plotly.library().decode()
    return packed(text), hashed(text)


def hashed(script: str) -> str:
    """A script as a policy names it."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def figures(found: Sequence[Figure]) -> str:
    """The figures by their keys, their twin colours for dark paper, and what their maps stand on; packed."""
    drawn = {one.key: {"figure": json.loads(one.chart.drawing), "narrow": one.chart.narrow} for one in found}
    traces = [trace for one in drawn.values() for trace in one["figure"]["data"]]
    layers = {LAYER.format(layer) for one in drawn.values() for layer in _layers(one["figure"])}
    data = {
        "figures": drawn,
        "twins": twins(warehouse().markets.values()),
        "shapes": {path: _shapes(path) for path in dict.fromkeys(_addresses(traces))},
        "layers": {layer: json.loads((TOPOJSON / f"{layer}.json").read_text(encoding="utf-8")) for layer in layers},
    }
    return packed(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _layers(figure: Any) -> Iterator[int]:
    """The outlines of the world that a map needs, as Plotly names them."""
    if any("geo" in trace["type"] or trace["type"] == "choropleth" for trace in figure["data"]):
        yield figure["layout"].get("geo", {}).get("resolution", 110)


def _addresses(traces: Sequence[Any]) -> Iterator[str]:
    """Where maps would fetch the shapes of their areas."""
    yield from (trace["geojson"] for trace in traces if isinstance(trace.get("geojson"), str))


def _shapes(path: str) -> Any:
    """The shapes of the data being served; the address ends in their kind."""
    kind = path.rpartition("/")[2].removesuffix(".json")
    return json.loads(warehouse().snapshot.ask("shared/map_shapes", kind=kind)["json"].iloc[0])
