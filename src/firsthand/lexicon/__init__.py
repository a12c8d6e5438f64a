"""Word lists as data, with the functions that load them."""
