"""Attacks on what a case promises: few in the tests, many with `make torture`."""
