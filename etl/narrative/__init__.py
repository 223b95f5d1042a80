"""Does a report in words agree with itself and with the store? `narrate-check` tells what it finds."""
