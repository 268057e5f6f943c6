"""A source without an address is named and leads nowhere, on every page and in what opens beside it."""

import pytest

from dashboard.content import sources
from dashboard.questions import shared
from dashboard.questions.shared import SourceListRow
from tests.opened import opened


@pytest.mark.parametrize(
    ("page", "address"),
    [("relations", {}), ("outlook", {"of": "JP.energy-environment"}), ("market", {"market": "JP"}), ("overview", {})],
)
@pytest.mark.parametrize("url", [None, ""])
def test_nobody_is_sent_to_nan(
    page: str, address: dict[str, str], url: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(**asked: tuple[str, ...]) -> list[SourceListRow]:
        return [row._replace(url=url) for row in shared.source_list(**asked)]

    monkeypatch.setattr(sources, "shared", type("Shared", (), {"source_list": staticmethod(without)}))
    html = opened(page, **address).html
    for word in ("nan", "None", ""):
        assert f'href="{word}"' not in html
