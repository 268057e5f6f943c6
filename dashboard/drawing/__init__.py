"""An outlet without a browser: figures of the screen as SVG and PNG."""
