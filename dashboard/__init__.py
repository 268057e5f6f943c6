"""Pocket World: the dashboard of a city's international business service."""
