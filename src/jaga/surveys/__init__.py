"""Surveys: questionnaires in, answers in, estimates with their errors out."""
