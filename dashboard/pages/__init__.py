"""One page, one file: its path and title, what it asks the store, and how its view is arranged."""
