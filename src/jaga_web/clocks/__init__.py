"""Deadlines with an owner: what started one, when it is due, why it paused, what ended it."""
