"""The named queries as typed functions, one module for each folder under `queries/`: facts → questions → content."""
