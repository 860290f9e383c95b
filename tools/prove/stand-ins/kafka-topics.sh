#!/bin/sh
# Stands in for Kafka's own tool of this name, which no package brings: see KafkaTopics.java.
exec java "$(dirname "$(readlink -f "$0")")/KafkaTopics.java" "$@"
