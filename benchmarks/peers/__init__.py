"""The Market page in other frameworks, and beside them ours; all show what `shown.py` makes of our own content."""
