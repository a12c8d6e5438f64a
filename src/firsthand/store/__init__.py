"""What a case keeps: evidence that cannot change, and a ledger that shows what was done to it."""
