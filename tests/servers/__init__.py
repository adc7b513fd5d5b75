"""Real Kafka and OpenSearch for the tests: as containers, or as plain JVMs from their Maven artifacts."""
