"""Firsthand: from reports about violence to a sourced account."""
