"""How figures arrive: extract, read, validate, reconcile, load, derive, report."""
