"""What maps of the region are drawn on, as the warehouse holds it, and where the browser fetches its shapes."""

from dashboard.charts.ground import Frame, Ground, Outlines
from dashboard.content.kept import remembered
from dashboard.questions import shared
from dashboard.warehouse import warehouse


def address(kind: str) -> str:
    """Where a kind of shapes (`towns`, `outlines`) is on our server, from its root; elsewhere for other data."""
    return f"assets/shapes/{warehouse().version}/{kind}.json"


@remembered
def region_ground() -> Ground:
    """The frame and the outlines of the maps of the region."""
    frame = shared.map_frame()[0]
    codes = shared.map_codes()
    towns, around = (
        Outlines(tuple(row.code for row in codes if row.kind == kind), address(kind)) for kind in ("towns", "outlines")
    )
    return Ground(Frame(frame.west, frame.east, frame.south, frame.north), towns, around)


@remembered
def city_point() -> tuple[float, float]:
    """Latitude and longitude of the city."""
    frame = shared.map_frame()[0]
    return frame.lat, frame.lon


def credits() -> str:
    """Whom the boundaries are from."""
    return ", ".join(row.credit for row in shared.map_credits())
