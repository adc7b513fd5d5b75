"""Which partition a record belongs to: by its key, or by the host of its key, an address."""

from urllib.parse import urlsplit

from aiokafka.partitioner import murmur2

from schemas.topics import Topic


def partition_of(topic: Topic, key: str, count: int) -> int:
    """The partition, of `count`, of a key. Same as Kafka's own clients where the topic is partitioned by key.

    Source: `DefaultPartitioner` of Kafka's Java client, murmur2 of the key, without its sign.
    """
    by = _host(key) if topic.partitioned_by == "host" else key
    hashed: int = murmur2(by.encode())
    return (hashed & 0x7FFFFFFF) % count


def _host(address: str) -> str:
    """The host an address names; an address that names none stands for itself."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    return (host or address).rstrip(".").lower()
