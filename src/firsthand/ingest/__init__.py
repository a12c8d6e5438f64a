"""Files in, documents out: each format is read by one function."""
