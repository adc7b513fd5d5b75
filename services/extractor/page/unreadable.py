"""What an article is that nothing can be read from."""


class Unreadable(Exception):  # noqa: N818 - a statement about the article, not a failure of the program
    """`reason` is one word for counting, `error` a sentence for people that never quotes the content."""

    def __init__(self, reason: str, error: str) -> None:
        super().__init__(reason, error)
        self.reason = reason
        self.error = error

    def __str__(self) -> str:
        return self.error
