"""A briefing for the pocket: one HTML file to be read anywhere, that asks nobody for anything."""

from dashboard.briefing.pocket.make import pocket

__all__ = ["pocket"]
