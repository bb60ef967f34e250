"""The ledger of assertions: who said what of which record, when it was so and when we knew; and how things stand."""

__all__: list[str] = []
