"""An outlet: a page as a briefing to take into a meeting, with the numbers, sources and language of the screen."""
