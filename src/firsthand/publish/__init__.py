"""Account to files."""
