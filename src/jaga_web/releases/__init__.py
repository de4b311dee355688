"""Figures that may be shown: every one has passed disclosure control."""
