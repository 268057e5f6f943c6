"""Addresses as people write them."""

import pytest

from dashboard.readdress import meant


@pytest.mark.parametrize(
    ("path", "query", "target"),
    [
        ("/", "", None),
        ("/market", "market=JP", None),
        ("/Market", "market=JP", "./market?market=JP"),
        ("/markets", "", "./market"),
        ("/company", "", "./companies"),
        ("/de", "", "./?lang=de"),
        ("/de/market", "market=JP", "../market?market=JP&lang=de"),
        ("/EN/Sectors/", "", "../../sectors?lang=en"),
        ("/overview", "", "./"),
        ("/nowhere", "", "./?unknown=nowhere"),
        ("/market/japan", "", "../?unknown=market%2Fjapan"),
        ("/static/js/index.js", "", None),
        ("/_stcore/health", "", None),
        ("/health", "", None),
        ("/favicon.png", "", None),
    ],
)
def test_where_an_address_leads(path: str, query: str, target: str | None) -> None:
    assert meant(path, query) == target
