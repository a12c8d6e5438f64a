"""An account and decisions in, the account as people decided it out."""
