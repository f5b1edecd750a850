"""A fake Telegram Bot API, as strict as the real one, with people who talk to the bot.

```python
async with FakeBotApi() as api:
    mona = api.person("منى", language_code="ar")
    await mona.sends("/start")
    card = await mona.sees("أطايب")
    await mona.presses("أطايب")
    await mona.quiet()
    api.assert_clean()
```

What it refuses comes from the Bot API's documentation and from tdlib; which parameters there are
comes from the signatures of python-telegram-bot.
"""

import os

# The library answers with a deprecation otherwise, and warnings are errors in tests.
os.environ.setdefault("PTB_TIMEDELTA", "1")

from .flood import FloodLimits
from .group import Group
from .person import Person
from .press import Press
from .process import FakeBotApiProcess
from .records import CallRecord, Oddity, Refusal
from .screen import ScreenButton, ScreenMessage
from .server import TOKEN, FakeBotApi
from .trouble import Trouble

__all__ = [
    "TOKEN",
    "CallRecord",
    "FakeBotApi",
    "FakeBotApiProcess",
    "FloodLimits",
    "Group",
    "Oddity",
    "Person",
    "Press",
    "Refusal",
    "ScreenButton",
    "ScreenMessage",
    "Trouble",
]
