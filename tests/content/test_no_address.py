"""A source without an address is named and leads nowhere, on every page and in what opens beside it."""

from dataclasses import replace

import pytest

from dashboard.content import sources
from dashboard.questions import shared
from dashboard.questions.shared import SourceListRow
from dashboard.warehouse import Warehouse
from dashboard.warehouse.memory import Memory
from tests.opened import opened


@pytest.mark.parametrize(
    ("page", "address"),
    [("relations", {}), ("outlook", {"of": "JP.energy-environment"}), ("market", {"market": "JP"}), ("overview", {})],
)
@pytest.mark.parametrize("url", [None, ""])
def test_nobody_is_sent_to_nan(
    page: str, address: dict[str, str], url: str | None, served: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made anew, and not kept: what stands in memory has addresses, and no test after this one is to lack them."""
    shown = []

    def without(**asked: tuple[str, ...]) -> list[SourceListRow]:
        rows = [row._replace(url=url) for row in shared.source_list(**asked)]
        shown.extend(rows)
        return rows

    monkeypatch.setattr(sources, "shared", type("Shared", (), {"source_list": staticmethod(without)}))
    monkeypatch.setattr(served, "snapshot", replace(served.snapshot, memory=Memory(100)))
    html = opened(page, **address).html
    assert shown
    for word in ("nan", "None", ""):
        assert f'href="{word}"' not in html
