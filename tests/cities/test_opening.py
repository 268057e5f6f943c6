"""The stand's opening scene in a city of which nothing is known yet."""

from pathlib import Path

from dashboard.speaking import language
from dashboard.stand.atlas import land
from dashboard.stand.origins import origins
from tests.cities.conftest import served_instead


def test_the_question_and_the_map_stand_there_without_a_number(empty_folder: Path) -> None:
    with served_instead(empty_folder):
        html = origins(language("en"))
    assert "Where do the world" in html and land() in html and 'class="number"' not in html
