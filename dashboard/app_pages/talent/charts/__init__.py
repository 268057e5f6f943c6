"""The charts of the page on talent: typed rows in, `Chart` out."""
