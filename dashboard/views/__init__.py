"""Everything a screen says is decided here, once: query rows and rules become frozen dataclasses."""
