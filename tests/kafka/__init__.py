"""What only Kafka has: transactions, ownership, topics, and the services as processes of their own."""
