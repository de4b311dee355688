"""Programmes, minimally: activities of a year, with whom, where, and how many took part."""
