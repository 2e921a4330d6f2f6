"""What each page shows: frozen, sorted, with every link resolved, so that templates only print."""
