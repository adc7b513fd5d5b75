"""The version of the extraction: it rises with every change of rules or tables that changes events."""

VERSION = "0.1.0"
