"""Documents as a small tree, and the writers that set it: PDF, DOCX and one HTML file."""
