"""The contract between the services: what travels on the topics, and how it may change. See `README.md`."""

from schemas.article import Article
from schemas.codec import BrokenJson, CodecError, InvalidRecord, UnknownSchema, decode, encode
from schemas.dead_letter import DeadLetter
from schemas.feed import Feed, FeedState
from schemas.negotiation import NegotiationEvent
from schemas.record import Record
from schemas.topics import TOPICS, Topic, dead_letter_topic, topic_named, topic_of

RECORDS: tuple[type[Record], ...] = (Feed, FeedState, Article, NegotiationEvent, DeadLetter)
"""Every record of the contract; each has a published JSON Schema."""

__all__ = [
    "RECORDS",
    "TOPICS",
    "Article",
    "BrokenJson",
    "CodecError",
    "DeadLetter",
    "Feed",
    "FeedState",
    "InvalidRecord",
    "NegotiationEvent",
    "Record",
    "Topic",
    "UnknownSchema",
    "dead_letter_topic",
    "decode",
    "encode",
    "topic_named",
    "topic_of",
]
