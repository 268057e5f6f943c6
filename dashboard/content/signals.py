"""Signals as lists show them."""

ARROWS = {"rising": "↗", "stable": "→", "falling": "↘"}  # a signal's direction
