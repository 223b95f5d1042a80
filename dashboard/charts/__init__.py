"""Pictures of figures: plain plotly dictionaries and inline SVG, made from small frozen inputs."""
