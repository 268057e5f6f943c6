"""The charts of Compare: lines, a ranking, a heatmap of sectors."""
