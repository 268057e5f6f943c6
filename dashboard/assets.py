"""Files that the browser needs and that come from this machine only."""

from importlib.util import find_spec
from pathlib import Path

from dashboard.settings import GEO

_PLOTLY = find_spec("plotly")
PLOTLY_JS = Path(str(_PLOTLY and _PLOTLY.origin)).parent / "package_data" / "plotly.min.js"
TOPOJSON = GEO / "topojson"
NEEDED = [
    PLOTLY_JS,
    TOPOJSON / "world_110m.json",
    GEO / "duesseldorf_region_towns.geojson",
    GEO / "nrw_districts.geojson",
    GEO / "germany_states.geojson",
]


def missing_files() -> list[Path]:
    """Files the pages cannot do without that are not there."""
    return [path for path in NEEDED if not path.is_file()]
