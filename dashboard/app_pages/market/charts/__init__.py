"""The charts of a market's page."""
