"""Paper as pictures, kept as artefacts: whether it is beautiful is for people; that it is full, for this test."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from dashboard.briefing.brief import Brief
from dashboard.briefing.paper import card, paper
from dashboard.made import Made
from dashboard.settings import ROOT
from tests.briefing.samples import sample

TO_PNG = shutil.which("pdftoppm")
PICTURES = ROOT / "artifacts" / "papers"
WHITE, INKED = 250, 0.02  # a grey that is paper; the share of a page that is printed on at least
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not TO_PNG, reason="poppler-utils are not installed here")]


@pytest.mark.parametrize("make", [paper, card], ids=["paper", "card"])
@pytest.mark.parametrize(("name", "lang"), [("JP", "de"), ("KR", "en"), ("BG", "de"), ("compare", "en")])
def test_pages_are_printed_on(name: str, lang: str, make: Callable[[Brief], Made], tmp_path: Path) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    (tmp_path / "it.pdf").write_bytes(make(sample(name, lang)).content)
    target = PICTURES / f"{name}-{lang}-{make.__name__}"
    subprocess.run([str(TO_PNG), "-r", "72", "-png", str(tmp_path / "it.pdf"), str(target)], check=True, timeout=120)
    pages = sorted(PICTURES.glob(f"{target.name}-*.png"))
    assert pages
    for page in pages:
        grey = Image.open(page).convert("L")
        inked = sum(grey.histogram()[:WHITE]) / (grey.width * grey.height)
        assert inked > INKED, page.name
