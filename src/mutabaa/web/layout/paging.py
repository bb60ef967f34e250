"""One page of a long list."""

from dataclasses import dataclass

from django.core.exceptions import BadRequest

A_PAGE = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """The `number`-th page (from 1) of `total` rows, `size` a page."""

    number: int
    total: int
    size: int = A_PAGE

    @classmethod
    def asked(cls, number: str, *, total: int, size: int = A_PAGE) -> "Page":
        """The page of a query; beyond the last there is the last. Raises BadRequest for what is no number."""
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            raise BadRequest("page: not a number")
        last = max(1, -(-total // size))
        return cls(number=min(max(1, int(number)), last), total=total, size=size)

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def start(self) -> int:
        """The place of its first row, from 0."""
        return (self.number - 1) * self.size

    @property
    def end(self) -> int:
        """The place behind its last row."""
        return min(self.start + self.size, self.total)
