"""Why an event says what it says: which words gave each field, for a terminal and as a page."""
