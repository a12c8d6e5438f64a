"""The whole path with a memory: a case that keeps reports, readings and decisions."""
