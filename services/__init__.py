"""The stages of the pipeline, a folder each, and the few modules they all share."""
