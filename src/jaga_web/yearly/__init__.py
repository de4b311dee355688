"""The figures of a year: every fact the house can compute from what it holds."""
