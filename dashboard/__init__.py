"""How indicators are shown: views decide, charts and components draw, pages arrange."""
