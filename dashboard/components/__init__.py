"""What is shown, as Dash components: pure functions that draw what they are given and decide nothing."""
