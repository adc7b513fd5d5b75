"""The open benchmark: articles with their negotiation events, the scorer, the agreement of its readers."""
