"""Sections of the longer pages: each asks its queries and draws one subject."""
