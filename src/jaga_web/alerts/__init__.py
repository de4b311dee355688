"""Alerts: the queue, the page of one alert, and what people decide."""
