"""A ground for charts' tests: two towns without shapes, and the frame of the shipped facts in round numbers."""

from dashboard.charts.ground import Frame, Ground, Outlines

FRAME = Frame(west=6.1, east=7.4, south=50.83, north=51.58)
GROUND = Ground(FRAME, Outlines(("05111000", "05162024"), "/assets/shapes/v/towns.json"), Outlines((), {}))
