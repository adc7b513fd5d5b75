"""A small press of its own: invented newspapers with feeds and pages, served over HTTP on this machine."""
