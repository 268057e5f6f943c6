"""What maps of the region are drawn on, as the warehouse holds it, and where the browser fetches its shapes."""

from dashboard.charts.ground import Frame, Ground, Outlines
from dashboard.parts.figure import base_path
from dashboard.parts.pieces import remembered
from dashboard.warehouse import warehouse


def address(kind: str) -> str:
    """The address of a kind of shapes (`towns`, `outlines`) on our own server; another one for other data."""
    return f"{base_path()}assets/shapes/{warehouse().version}/{kind}.json"


@remembered
def region_ground() -> Ground:
    """The frame and the outlines of the maps of the region."""
    frame = warehouse().ask("shared/map_frame").iloc[0]
    codes = warehouse().ask("shared/map_codes")
    towns, around = (
        Outlines(tuple(codes.loc[codes["kind"] == kind, "code"]), address(kind)) for kind in ("towns", "outlines")
    )
    edges = (float(frame[edge]) for edge in ("west", "east", "south", "north"))
    return Ground(Frame(*edges), towns, around)


@remembered
def city_point() -> tuple[float, float]:
    """Latitude and longitude of the city."""
    frame = warehouse().ask("shared/map_frame").iloc[0]
    return float(frame["lat"]), float(frame["lon"])


def credits() -> str:
    """Whom the boundaries are from."""
    return ", ".join(warehouse().ask("shared/map_credits")["credit"])
