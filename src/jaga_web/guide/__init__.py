"""What each step of case management asks, in our own words, beside the step itself."""
