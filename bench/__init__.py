"""How fast the reading is, and how much memory it takes, beside the bare parser."""
