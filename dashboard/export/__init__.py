"""An outlet: what pages show as files, made on the server without a browser and without the internet."""
