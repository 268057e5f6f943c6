"""A briefing on paper: two pages A4, or one that folds to a card for the pocket; set by Typst, without a browser."""

from dashboard.briefing.paper.make import card, paper

__all__ = ["card", "paper"]
