"""Where stages run: in this process or in several, with the same result."""
