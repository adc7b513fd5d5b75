"""Kafka as the transport between the services, and what its topics keep for good."""
