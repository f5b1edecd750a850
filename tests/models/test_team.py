"""Who works here, as the team's screen shows it."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from models.access import Role, RoleRow
from models.addresses import save_address
from models.database import Database
from models.team import posts
from tests.ground.clock import MORNING
from tests.ground.orders import HOME
from tests.ground.shelves import a_person


async def test_every_role_is_counted_and_known_names_are_told(database: Database) -> None:
    async with database.write() as session:
        for at, name in enumerate(("Huda", None, "Ali")):
            person_id = await a_person(session)
            if name:
                await save_address(session, person_id, msgspec.structs.replace(HOME, name=name))
            since = MORNING - timedelta(days=at)
            session.add(RoleRow(person_id=person_id, role=Role.courier, since=since))
        session.add(RoleRow(person_id=person_id, role=Role.manager, since=MORNING))
    async with database.read() as session:
        held = {post.role: (post.people, post.names) for post in await posts(session)}
    assert held == {
        Role.manager: (1, ("Ali",)),
        Role.catalogue: (0, ()),
        Role.orders: (0, ()),
        Role.courier: (3, ("Ali", "Huda")),
    }
    assert list(held) == list(Role)
