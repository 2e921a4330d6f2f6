"""The shape of each kind of entry: the only definition of what a file may hold."""
