"""What is measured of pourparler, each by one command; see README.md beside this file."""
