"""The values that flow through every room; one file per thing, all frozen."""
