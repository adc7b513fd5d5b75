"""Where the group stands, told to Faust: ours is in order, so that it need not look for holes; and where it begins.

Faust looks among the messages that are acknowledged for the first that is not, and for that keeps the offsets at which
the brokers have no message, such as the marks of transactions, in a tree that it builds anew at each mark. It forgets
them when partitions move, and then commits up to the next mark only.

What it has fetched and not handed on it drops when partitions move, and goes back to where the group stands. Where the
group has never been, neither it nor its client goes back: what was dropped would be read by nobody.
"""

from collections.abc import Mapping

from faust.transport.drivers.aiokafka import Consumer, Transport
from faust.types import TP


class InOrder(Consumer):
    """A consumer whose messages are acknowledged in the order of their partition, each after all before it."""

    def _new_offset(self, tp: TP) -> int | None:
        """The offset to commit: behind the last that was acknowledged; None where there is none since the last time."""
        acknowledged = self._acked[tp]
        if not acknowledged:
            return None
        last: int = max(acknowledged)
        acknowledged.clear()
        self._acked_index[tp].clear()
        return last + 1

    async def _add_gap(self, tp: TP, offset_from: int, offset_to: int) -> None:
        """Nothing: behind the last is behind every hole before it."""

    async def seek_to_committed(self) -> Mapping[TP, int]:
        """Go back to where the group stands, or to the beginning where it has never been; where it stands."""
        stands: Mapping[TP, int] = await super().seek_to_committed()
        if fresh := [tp for tp, offset in stands.items() if not offset or offset < 0]:
            await self._thread.seek_to_beginning(*fresh)
        return stands


class TransportInOrder(Transport):
    """Faust's way to the brokers, with such a consumer."""

    Consumer = InOrder
