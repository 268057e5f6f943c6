"""Decks as LibreOffice draws them: every series is seen; the pictures are kept for whoever looks at them."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx.dml.color import RGBColor

from dashboard.settings import ROOT
from tests.briefing.decks import charts, file_of, opened

OFFICE, TO_PNG = shutil.which("soffice"), shutil.which("pdftoppm")
PICTURES = ROOT / "artifacts" / "decks"
FEWEST = 12  # pixels of a series that is seen
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (OFFICE and TO_PNG), reason="LibreOffice and poppler-utils are not installed here"),
]


def drawn(content: bytes, name: str, folder: Path) -> list[Path]:
    """The slides as pictures, one after the other."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.pptx").write_bytes(content)
    own = f"-env:UserInstallation=file://{folder / 'office'}"
    office = [str(OFFICE), own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), f"{name}.pptx"]
    subprocess.run(office, cwd=folder, check=True, capture_output=True, timeout=180)
    to_png = [str(TO_PNG), "-r", "72", "-png", str(folder / f"{name}.pdf"), str(PICTURES / name)]
    subprocess.run(to_png, check=True, timeout=120)
    return sorted(PICTURES.glob(f"{name}-*.png"))


def coloured(made: Any) -> list[tuple[int, int, int]]:
    """Give every series that has a number a colour of its own; these colours."""
    given = []
    for chart in charts(made):
        chart.has_legend = False  # its keys have the colours as well
        for series in chart.plots[0].series:
            if any(value is not None for value in series.values):
                number = len(given) + 1
                tone = (255 - number * 37 % 200, number * 83 % 256, number * 131 % 256)
                given.append(tone)
                paint(series, RGBColor(*tone))
    return given


def paint(series: Any, tone: RGBColor) -> None:
    """A series whole in that colour, its marks and single bars as well."""
    for point in series._element.findall("{*}dPt"):
        series._element.remove(point)
    shapes = [series.format.fill]
    if hasattr(series, "marker"):
        series.format.line.color.rgb = tone
        shapes = [series.marker.format.fill]
    for fill in shapes:
        fill.solid()
        fill.fore_color.rgb = tone


DRAWN = [("market", "de", "JP"), ("market", "en", "BG"), ("compare", "en"), ("outlook", "de")]
COLOURED = [("market", "en", "JP"), ("market", "de", "KR"), ("compare", "de", "JP", "KR"), ("sectors", "en")]


@pytest.mark.parametrize("asked", COLOURED, ids="-".join)
def test_every_series_is_seen(asked: tuple[str, ...], tmp_path: Path) -> None:
    made = opened(file_of(*asked))
    colours = coloured(made)
    assert len(set(colours)) == len(colours) > 2
    made.save(tmp_path / "coloured.pptx")
    pictures = drawn((tmp_path / "coloured.pptx").read_bytes(), f"series_{'-'.join(asked)}", tmp_path)
    seen: dict[tuple[int, ...], int] = {}
    for picture in pictures:
        for count, tone in Image.open(picture).convert("RGB").getcolors(1 << 24) or []:
            seen[tone] = seen.get(tone, 0) + count
    assert {tone: seen.get(tone, 0) for tone in colours if seen.get(tone, 0) < FEWEST} == {}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("asked", DRAWN, ids="-".join)
def test_the_slides_are_drawn(asked: tuple[str, ...], dark: bool, tmp_path: Path) -> None:
    """A picture for each slide, on paper of its own; whether it is beautiful is for people."""
    content = file_of(*asked, dark=dark)
    pictures = drawn(content, f"{'-'.join(asked)}_{'dark' if dark else 'light'}", tmp_path)
    assert len(pictures) == len(opened(content).slides)
    for picture in pictures:
        image = Image.open(picture).convert("L")
        assert (image.getpixel((image.width - 3, 3)) < 60) == dark
        assert len(image.getcolors(256) or []) > 8
