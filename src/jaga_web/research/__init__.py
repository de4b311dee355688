"""Surveys: questionnaires, exports, estimates, and the mode in which young researchers collect."""
