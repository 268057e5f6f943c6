"""Files that the browser needs and that come from this machine only."""

from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path

from dashboard.settings import GEO, PACKAGE, settings
from dashboard.warehouse import warehouse

_PLOTLY = find_spec("plotly")
PLOTLY_JS = Path(str(_PLOTLY and _PLOTLY.origin)).parent / "package_data" / "plotly.min.js"
TOPOJSON = GEO / "topojson"
FONTS = PACKAGE / "stand" / "fonts_noto"
LIGHTER = {  # of fonts that Streamlit ships, what pages show of them; made by tools/fonts.py
    "SourceSerifVariable-Roman": PACKAGE / "screen" / "fonts" / "PocketSerif.woff2",
    "MaterialSymbols-Rounded": PACKAGE / "screen" / "fonts" / "PocketSymbols.woff2",
}
NEEDED = (PLOTLY_JS, *LIGHTER.values(), TOPOJSON / "world_110m.json", TOPOJSON / "world_50m.json")
CJK = ("ja", "ko", "zh")  # whose characters Source Sans lacks, in the order of Noto's collection files
WEIGHTS = ("Regular", "Bold")


def missing_files() -> list[Path]:
    """Files that are not there and that what is served cannot do without; fonts only at the stand of such a city."""
    needed = [*NEEDED, *(stand_fonts(warehouse().city.stand.languages) if settings().mode == "stand" else ())]
    return [path for path in needed if not path.is_file()]


def stand_fonts(languages: Collection[str]) -> list[Path]:
    """The fonts that the stand needs for these languages: flags, and characters that Source Sans lacks."""
    spoken = [code for code in CJK if code in languages]
    return [FONTS / "flags.woff2", *(FONTS / f"{code}-{weight}.woff2" for code in spoken for weight in WEIGHTS)]
