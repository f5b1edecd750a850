"""Who is too fast is counted person by person."""

from __future__ import annotations

from bot.runtime.rate_limit import RateLimiter, RateLimits


def test_only_the_one_who_is_too_fast_is_slowed() -> None:
    now = [0.0]
    floods = RateLimiter(RateLimits(acts=3, window=10), lambda: now[0])
    assert [floods.count("noisy") is not None for _ in range(5)] == [False] * 3 + [True] * 2
    assert floods.count("calm") is None


def test_a_window_later_everything_is_forgiven() -> None:
    now = [0.0]
    floods = RateLimiter(RateLimits(acts=1, window=10), lambda: now[0])
    floods.count("noisy")
    assert floods.count("noisy") is not None
    now[0] = 10.0
    assert floods.count("noisy") is None


def test_the_same_pace_remembers_that_it_was_told() -> None:
    floods = RateLimiter(RateLimits(acts=0), lambda: 0.0)
    pace = floods.count("noisy")
    assert pace is not None
    pace.told = True
    assert floods.count("noisy") is pace
