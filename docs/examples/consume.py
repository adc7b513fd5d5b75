"""Read negotiation events with aiokafka: each event once, in its newest revision. pip install 'aiokafka[zstd]'"""

import asyncio
import json
import os

from aiokafka import AIOKafkaConsumer


async def main() -> None:
    """Print a line of JSON for every event that is new or changed."""
    revisions: dict[str, int] = {}  # where events are kept, keep this with them
    async with AIOKafkaConsumer(
        os.environ.get("TOPIC", "negotiation-events.v1"),
        bootstrap_servers=os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9094"),
        group_id=os.environ.get("GROUP", "our-newsroom"),
        auto_offset_reset="earliest",
        enable_auto_commit=False,
    ) as consumer:
        async for message in consumer:
            event = json.loads(message.value)
            if not event["schema"].startswith("negotiation-event/1."):
                raise SystemExit(f"{event['schema']}: written for another major version")
            if revisions.get(event["id"], 0) < event["revision"]:
                revisions[event["id"]] = event["revision"]
                told = {name: event[name] for name in ("id", "revision", "retracted", "act", "status")}
                print(json.dumps(told), flush=True)
            await consumer.commit()  # behind the work: after a crash the last events come again, none is missed


asyncio.run(main())
