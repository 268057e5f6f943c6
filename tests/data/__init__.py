"""Tests of the data page."""
