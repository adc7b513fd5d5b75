"""The end of a client of the brokers."""

import asyncio

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer


async def stop(client: AIOKafkaConsumer | AIOKafkaProducer) -> None:
    """Stop a client, whatever it has under way.

    aiokafka ends its tasks by cancelling them, and one that had not begun, or waits to make a request again, comes out
    of its `stop` as if the caller had been cancelled (aio-libs/aiokafka#647). Whoever then believes it ends without a
    word: seen when the network was cut, as a fetcher that took over no partition any more.
    """
    stopping = asyncio.ensure_future(client.stop())
    try:
        await asyncio.wait({stopping})
    except asyncio.CancelledError:
        stopping.cancel()
        raise
    if stopping.cancelled():
        # What was left to do; tasks that still run end with their connections.
        await (client.client if isinstance(client, AIOKafkaProducer) else client._client).close()
    else:
        stopping.result()
