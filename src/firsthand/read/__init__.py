"""Report to claims: who said what was done to whom, where, when, how many."""
