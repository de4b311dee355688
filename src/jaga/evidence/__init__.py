"""From counts to figures that may leave the house."""
