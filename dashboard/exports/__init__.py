"""Files of what a screen shows, made from the same views."""
