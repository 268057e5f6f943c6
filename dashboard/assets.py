"""Files that the browser needs and that come from this machine only."""

from importlib.util import find_spec
from pathlib import Path

from dashboard.settings import GEO, PACKAGE

_PLOTLY = find_spec("plotly")
PLOTLY_JS = Path(str(_PLOTLY and _PLOTLY.origin)).parent / "package_data" / "plotly.min.js"
TOPOJSON = GEO / "topojson"
FONTS = PACKAGE / "stand" / "fonts_noto"
NEEDED = [
    PLOTLY_JS,
    TOPOJSON / "world_110m.json",
    *(FONTS / f"{code}-{weight}.woff2" for code in ("ja", "ko", "zh") for weight in ("Regular", "Bold")),
    FONTS / "flags.woff2",
]


def missing_files() -> list[Path]:
    """Files the pages cannot do without that are not there."""
    return [path for path in NEEDED if not path.is_file()]
