#!/bin/sh
# What health checks ask: whether the broker answers.
exec java -Xmx256m -cp '/opt/kafka/libs/*' org.apache.kafka.tools.BrokerApiVersionsCommand "$@"
