"""The year-end report on the site: built from facts, read in the browser, taken along."""
