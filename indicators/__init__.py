"""What is true of indicators, however they arrive and wherever they are shown."""
