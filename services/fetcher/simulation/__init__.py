"""The schedule in virtual time, on invented feeds: how stale, how wasteful, how polite; beside other rules."""
