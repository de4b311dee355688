"""Assent and lawful basis, and what other organisations are asked to do for a child."""
