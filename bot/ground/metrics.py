"""Counters for whoever runs the bot; they name no person."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest


class Metrics:
    """The counters of one storefront, in a registry of their own."""

    def __init__(self) -> None:
        """Metrics that all start at nothing, in a registry of their own."""
        self.registry = CollectorRegistry()
        self.heard = Counter(
            "entaj_updates", "Updates taken, by channel", ["channel"], registry=self.registry
        )
        self.turns = Histogram(
            "entaj_turn_seconds",
            "From an update to its reply on the screen",
            ["channel"],
            registry=self.registry,
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
        )
        self.in_flight = Gauge("entaj_turns_in_flight", "Turns under way", registry=self.registry)
        self.slowed = Counter(
            "entaj_slowed", "Updates of people who were too fast", registry=self.registry
        )
        self.owed = Counter(
            "entaj_owed_messages",
            "Messages of the outbox, by what became of them",
            ["outcome"],
            registry=self.registry,
        )
        self.calls = Counter(
            "entaj_bot_api_calls",
            "Calls of the Bot API, by method and outcome",
            ["method", "outcome"],
            registry=self.registry,
        )

    def text(self) -> bytes:
        """All metrics in Prometheus' text format."""
        return generate_latest(self.registry)
