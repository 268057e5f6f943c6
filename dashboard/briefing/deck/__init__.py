"""Briefings as PowerPoint: native charts on our own master or the operator's template."""

from dashboard.briefing.deck.make import deck
from dashboard.briefing.deck.template import TemplateError, check_template

__all__ = ["TemplateError", "check_template", "deck"]
