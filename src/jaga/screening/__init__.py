"""Screening: the ledger in, alerts with their reasons out. Start at `screen.screen`."""
