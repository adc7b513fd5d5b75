"""What becomes of articles when services, brokers, stores and networks fail at random moments."""
