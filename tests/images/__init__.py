"""A container engine, and images under their official names, for machines that reach packages but no images."""
