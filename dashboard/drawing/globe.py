"""Maps: land and borders, areas in tones, and places with lines between them."""

from collections.abc import Sequence
from itertools import pairwise

from dashboard.drawing import letters, outlines
from dashboard.drawing.element import element
from dashboard.drawing.known import NotDrawn, Spec, asked
from dashboard.drawing.marks import marks
from dashboard.drawing.outlines import Rings
from dashboard.drawing.plane import Frame
from dashboard.drawing.points import each, share, tone
from dashboard.drawing.projection import Projection, along, fitted

SAID = ("showland", "showcountries", "showcoastlines", "showframe", "showlakes")  # by default Plotly draws most of them
KINDS = ("choropleth", "scattergeo")


def globe(traces: Sequence[Spec], layout: Spec, frame: Frame, name: str) -> str:
    """The map of these traces; `name`: of its window, unlike any other in the document."""
    geo = layout["geo"]
    projection = fitted(geo, frame)
    left, top, right, bottom = projection.window
    window = element("rect", x=left, y=top, width=right - left, height=bottom - top)
    drawn = [_ground(geo, projection)] if geo.get("visible") is not False else []
    drawn += [_areas(trace, geo, projection) for trace in traces if trace["type"] == "choropleth"]
    drawn += [_places(trace, layout, projection) for trace in traces if trace["type"] == "scattergeo"]
    return element("clipPath", window, id=name) + element("g", *drawn, clip_path=f"url(#{name})")


def _ground(geo: Spec, projection: Projection) -> str:
    if missing := [key for key in SAID if key not in geo]:
        raise NotDrawn(f"a map that does not say {', '.join(missing)}")
    shapes = outlines.world(geo.get("resolution", 110))
    drawn = []
    if geo["showland"]:
        drawn.append(_shape(shapes.land, projection, fill=asked(geo, "landcolor")))
    if geo["showcountries"]:
        look = {
            "stroke": asked(geo, "countrycolor"),
            "stroke_width": geo.get("countrywidth", 1),
            "stroke_miterlimit": 2,
        }
        drawn.append(_shape(shapes.borders, projection, fill="none", **look))
    return "".join(drawn)


def _shape(rings: Rings, projection: Projection, **looks: str | float | None) -> str:
    data = outlines.path(rings, projection)
    return element("path", d=data, fill_rule="evenodd", **looks) if data else ""


def _areas(trace: Spec, geo: Spec, projection: Projection) -> str:
    """Each area in its tone."""
    shapes = trace.get("geojson")
    found = outlines.areas(shapes) if shapes else outlines.world(geo.get("resolution", 110)).countries
    marker = trace.get("marker", {})
    line, drawn = marker.get("line", {}), []
    for number, (code, value) in enumerate(zip(trace["locations"], trace["z"], strict=True)):
        looks = {"fill": tone(trace["colorscale"], share(trace, value, trace["z"]))}
        looks |= {"stroke": each(line.get("color"), number, "#444"), "stroke_width": each(line.get("width"), number, 1)}
        if code in found:
            drawn.append(_shape(found[code], projection, opacity=each(marker.get("opacity"), number), **looks))
    return "".join(drawn)


def _places(trace: Spec, layout: Spec, projection: Projection) -> str:
    """Places, their names, and the lines between them."""
    font = letters.font(layout["font"], trace.get("textfont"))
    spots = [(float(x), float(y)) for x, y in projection(trace["lon"], trace["lat"])]
    mode = trace.get("mode", "markers")
    return marks(trace, spots, font, mode, _route(trace, projection) if "lines" in mode else ())


def _route(trace: Spec, projection: Projection) -> list[tuple[float, float] | None]:
    """The line through the places, broken where it leaves the map on one side and comes back on the other."""
    lon, lat = along(trace["lon"], trace["lat"])
    spots = [(float(x), float(y)) for x, y in projection.flat(projection.turned(lon), lat)]
    wide = projection.scale * 3
    route: list[tuple[float, float] | None] = spots[:1]  # type: ignore[assignment]
    for one, two in pairwise(spots):
        route += [two] if abs(one[0] - two[0]) < wide else [None, two]
    return route
