"""What of Plotly the writer draws: whatever else a figure asks for is an error, so that nothing is drawn wrong."""

import re
from collections.abc import Mapping
from typing import Any

Spec = Mapping[str, Any]
AXIS_NUMBER = re.compile(r"(?<=^[xy]axis)\d+$")  # `xaxis3` is checked as `xaxis`

# Of each container the keys it may have; those after a bar change nothing in a picture that does not move.
AXIS = """
    anchor automargin domain gridcolor linecolor nticks range showgrid showline showticklabels side tickangle tickfont
    tickformat ticklabelposition ticklabelshift ticks ticktext tickvals visible zeroline | fixedrange"""
TRACE = "meta type | customdata hoverinfo hoveron hovertemplate hovertext name"
PLACED = f"{TRACE} text textfont xaxis yaxis x y"
MARKED = "mode line marker opacity text textfont textposition"
LINE = "color width"
KEYS = {
    "layout": """annotations bargap barmode font geo height margin paper_bgcolor plot_bgcolor separators shapes
        showlegend width xaxis yaxis | dragmode hoverlabel transition""",
    "layout.margin": "l r t b",
    "layout.font": "color size",
    "layout.xaxis": AXIS,
    "layout.yaxis": AXIS,
    "layout.annotations": """align arrowcolor arrowhead arrowwidth ax axref ay ayref bgcolor borderpad font showarrow
        standoff text x xanchor xref xshift y yanchor yref yshift""",
    "layout.shapes": "layer line type x0 x1 xref y0 y1 yref",
    "layout.shapes.line": LINE,
    "layout.geo": """bgcolor countrycolor countrywidth domain landcolor lataxis lonaxis projection resolution
        showcoastlines showcountries showframe showlakes showland showocean visible""",
    "layout.geo.projection": "type rotation",
    "layout.geo.projection.rotation": "lon",
    "layout.geo.lonaxis": "range",
    "layout.geo.lataxis": "range",
    "layout.geo.domain": "x y",
    "bar": f"{PLACED} base cliponaxis marker orientation textposition width",
    "bar.marker": "color line opacity",
    "scatter": f"{PLACED} {MARKED} cliponaxis fill fillcolor",
    "heatmap": f"{PLACED} colorscale showscale texttemplate xgap ygap z zmax zmin",
    "choropleth": f"{TRACE} colorscale geojson locations marker showscale z zmax zmin",
    "choropleth.marker": "line opacity",
    "scattergeo": f"{TRACE} {MARKED} lat lon",
    **{f"{kind}.marker.line": LINE for kind in ("bar", "choropleth", "scatter", "scattergeo")},
}
TRACES = tuple(kind for kind in KEYS if kind.partition(".")[0] == kind != "layout")  # browsers get what draws these
SHARED = {  # the same wherever they stand
    "font": "color size shadow",
    "textfont": "color size shadow",
    "tickfont": "color size",
    "line": "color dash width",
    "marker": "angle color line opacity size symbol",
}
# Where only some values are drawn.
VALUES: dict[str, tuple[Any, ...]] = {
    "barmode": ("group", "overlay", "relative"),
    "showlegend": (False,),
    "zeroline": (False,),
    "ticks": ("",),
    "layout.xaxis.tickangle": (0, -42),
    "layout.xaxis.ticklabelposition": ("outside", "outside right"),
    "layout.xaxis.ticklabelshift": (0,),
    "layout.yaxis.tickangle": (0,),
    "layout.yaxis.ticklabelposition": ("outside",),
    "align": ("left", "center", "right"),
    "xanchor": ("left", "center", "right"),
    "yanchor": ("top", "middle", "bottom"),
    "showcoastlines": (False,),
    "showframe": (False,),
    "showlakes": (False,),
    "showocean": (False,),
    "showscale": (False,),
    "resolution": (50, 110),
    "arrowhead": (0,),
    "fill": ("toself",),
    "texttemplate": ("%{text}",),
    "layout.shapes.type": ("line",),
    "bar.textposition": ("outside",),
    "meta": ("wide", "narrow"),
    "dash": ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot"),
}


class NotDrawn(ValueError):
    """A figure asks for something that the writer of SVG does not know."""


def asked(container: Spec, key: str) -> Any:
    """What a container says, where the writer has no choice of its own."""
    if container.get(key) is None:
        raise NotDrawn(f"no {key} is said")
    return container[key]


def check(figure: Spec) -> None:
    """Raise `NotDrawn` for the first thing in the figure (Plotly's JSON) that would not be drawn as on the screen."""
    for trace in figure["data"]:
        _check(trace.get("type", "scatter"), trace)
    _check("layout", figure["layout"])


def _check(where: str, container: Spec) -> None:
    known = KEYS.get(where) or SHARED.get(where.rpartition(".")[2])
    if known is None:
        raise NotDrawn(f"{where} is not drawn")
    for name, value in container.items():
        key = AXIS_NUMBER.sub("", name)
        if key not in known.replace("|", "").split():
            raise NotDrawn(f"{where}.{name} is not drawn")
        _check_value(f"{where}.{key}", key, value)


def _check_value(where: str, key: str, value: Any) -> None:
    allowed = VALUES.get(where, VALUES.get(key))
    if allowed is not None and value is not None and value not in allowed:
        raise NotDrawn(f"{where} = {value!r} is not drawn")
    for inner in value if isinstance(value, list) else [value]:
        if isinstance(inner, dict) and key not in ("geojson", "hoverlabel", "transition"):
            _check(where, inner)
