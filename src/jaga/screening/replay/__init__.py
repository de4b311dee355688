"""History asked again: what other numbers would have found, and when it would first have fired."""
