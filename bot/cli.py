"""The command line: `entaj`."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.app.backups import NoBackup, back_up, look_at, restore, sqlite_file
from bot.app.backups import Progress as Tell
from bot.app.driver_threads import forgive_late_answers
from bot.ground.lean import missing_packages
from bot.ground.logs import set_up_logs
from bot.ground.settings import (
    NO_WAY_IN,
    BadSettings,
    Settings,
    default_folder,
    read_settings,
    unknown_settings,
)
from bot.runtime.scheduler import utc_now
from models.kernel.unavailable import why_away

T = TypeVar("T")
AWAY = (OSError, SQLAlchemyError)

app = typer.Typer(
    name="entaj",
    help="The storefront of the productive families.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def fail(*lines: str) -> typer.Exit:
    """Say what was wrong, and end with 1."""
    for line in lines:
        typer.echo(line, err=True)
    return typer.Exit(1)


def settings_now() -> Settings:
    """The settings, with the logs set up; ends with a line for each that is wrong."""
    try:
        settings = read_settings()
    except BadSettings as bad:
        raise fail(*bad.lines) from None
    held = (settings.telegram_token, settings.telegram_webhook_secret)
    secrets = [secret.get_secret_value() for secret in held if secret is not None]
    set_up_logs(settings.log, as_json=settings.log_json, secrets=secrets)
    forgive_late_answers()
    return settings


def with_database(work: Coroutine[Any, Any, T]) -> T:
    """Do what needs the database; ends with a line when something cannot be opened."""
    try:
        return asyncio.run(work)
    except AWAY as error:
        raise not_opened(error) from None


def not_opened(error: OSError | SQLAlchemyError) -> typer.Exit:
    """Say what cannot be opened, and why; of the database no address, since it holds a password."""
    if isinstance(error, OSError) and error.filename is not None:
        return fail(f"{error.filename} cannot be opened ({error.strerror})")
    return fail(f"ENTAJ_DATABASE_URL: the database cannot be opened ({why_away(error)})")


@app.command()
def run() -> None:
    """Open the shop: the bot with a token, the try-out page without one."""
    # Nothing of what is built until it is open is garbage; `serve` collects again from then on.
    gc.disable()
    from bot.app.assembly import Storefront
    from bot.app.channels import channels_of
    from bot.app.running import run_storefront
    from bot.runtime.channel import NotOpened
    from bot.runtime.web_host.server import PortTaken

    settings = settings_now()
    if missing := missing_packages():
        raise fail(*(f"the package {name} is not installed" for name in missing))
    if settings.has_no_way_in:
        raise fail(NO_WAY_IN)
    for name in unknown_settings():
        typer.echo(f"{name} is no setting; it may be misspelt", err=True)

    def say_where(storefront: Storefront) -> None:
        if settings.web_face == "tryout":
            typer.echo(f"The try-out is open at {settings.page_address(storefront.port)}")

    try:
        run_storefront(settings, channels_of(settings), say_where)
    except NotOpened as why:
        raise fail(str(why)) from None
    except PortTaken as why:
        where = f"{settings.web_host}:{settings.web_port}"
        raise fail(
            f"ENTAJ_WEB_PORT: {where} cannot be listened on ({why}); the shop may be open already"
        ) from None
    except AWAY as error:
        raise not_opened(error) from None


@app.command()
def sample(
    opens: Annotated[
        datetime | None,
        typer.Option(help="When the bazaar opens, such as 2025-11-26T16:00:00+04:00."),
    ] = None,
) -> None:
    """Load the sample bazaar into an empty database."""
    from bot.app.seeding import fill_with_sample
    from models.kernel.refusals import NotEmpty

    settings = settings_now()
    if opens is not None and opens.tzinfo is None:
        raise fail("--opens needs its time zone, such as +04:00")
    try:
        opened = with_database(fill_with_sample(settings, opens))
    except OverflowError:
        raise fail("--opens is too far from today") from None
    except NotEmpty:
        raise fail("there are data already; the sample loads into an empty database") from None
    typer.echo(f"The sample bazaar is loaded; it opens at {opened.isoformat()}")


@app.command()
def invite(
    role: Annotated[str, typer.Argument(help="manager, catalogue, orders, courier or family")],
    family: Annotated[int | None, typer.Option(help="The family's number, for family.")] = None,
    name: Annotated[str, typer.Option(help="For whom it is; colleagues read it.")] = "",
) -> None:
    """Make a one-time invitation and print its link."""
    from bot.app.channels import channels_of
    from bot.app.invite_link import NoInvitation, invitation_link

    settings = settings_now()
    try:
        channels = channels_of(settings)
        typer.echo(with_database(invitation_link(settings, channels, role, family, name)))
    except NoInvitation as refused:
        raise fail(str(refused)) from None


@app.command()
def migrate() -> None:
    """Bring the database to today's schema."""
    from bot.app.seeding import migrate_database

    typer.echo(f"The database stands at {with_database(migrate_database(settings_now()))}")


@app.command()
def backup(
    to: Annotated[Path | None, typer.Argument(help="The new file.")] = None,
) -> None:
    """Copy the embedded database to a file, while the shop is open too."""
    settings = settings_now()
    name = f"entaj-{utc_now():%Y%m%d-%H%M%S}.db"
    target = to or default_folder(settings) / "backups" / name
    try:
        with bar("Backing up") as progress:
            back_up(sqlite_file(settings.database_url), target, progress)
    except NoBackup as refused:
        raise fail(str(refused)) from None
    typer.echo(str(target))


@app.command(name="restore")
def restore_command(
    backup: Annotated[Path, typer.Argument(help="A file that `entaj backup` made.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put a backup in the place of the database. The shop must be closed."""
    settings = settings_now()
    try:
        database = sqlite_file(settings.database_url)
        look_at(backup)
        if database.exists() and not yes:
            typer.confirm(f"Everything in {database} is replaced. Go on?", abort=True, err=True)
        with bar("Restoring") as progress:
            kept = restore(backup, database, progress)
    except NoBackup as refused:
        raise fail(str(refused)) from None
    typer.echo(str(database))
    if kept is not None:
        typer.echo(f"What was there is kept in {kept}")
    typer.echo("Whoever was erased since is erased again when the shop opens.")


@app.command()
def doctor() -> None:
    """Look at settings, database, books and token; nothing is changed."""
    from bot.app.doctor import examine

    async def look() -> int:
        troubles = 0
        async for finding in examine(settings):
            troubles += bool(finding.trouble)
            mark = "TROUBLE" if finding.trouble else "ok"
            typer.echo(": ".join(part for part in (mark, finding.what, finding.trouble) if part))
        return troubles

    settings = settings_now()
    if asyncio.run(look()):
        raise typer.Exit(1)


@app.command()
def books() -> None:
    """Prove that stock, orders, cash and ledger agree; what does not is named, and ends with 1."""
    from bot.app.books import prove

    settings = settings_now()
    proof = with_database(prove(settings))
    for line in proof.lines:
        typer.echo(line)
    if proof.troubles:
        raise fail(*proof.troubles)


@app.command()
def labels(
    out: Annotated[Path, typer.Option(help="The PDF file that is written.")],
    family: Annotated[int | None, typer.Option(help="For what lies on her shelf.")] = None,
    package: Annotated[str | None, typer.Option(help="For what lies on the shelf of it.")] = None,
    note: Annotated[int | None, typer.Option(help="For what came in by it.")] = None,
    option: Annotated[int | None, typer.Option(help="For one option.")] = None,
    sheet: Annotated[str, typer.Option(help="3x8, 3x8-gaps, 4x10 or 4x10-gaps.")] = "",
    used: Annotated[int, typer.Option(min=0, help="Labels of the first sheet that are gone.")] = 0,
) -> None:
    """Write price labels to a PDF, as many as there are pieces."""
    from bot.app.channels import channels_of
    from bot.app.label_file import Choice, NoLabels, write_labels
    from models.hall.labels import Labelled

    named = (
        (Labelled.family, family),
        (Labelled.package, package),
        (Labelled.note, note),
        (Labelled.option, option),
    )
    chosen = [(kind, str(key)) for kind, key in named if key is not None]
    if len(chosen) != 1:
        raise fail("one of --family, --package, --note and --option says what is labelled")
    settings = settings_now()
    choice = Choice(*chosen[0], sheet, used)
    try:
        count = with_database(write_labels(settings, channels_of(settings), choice, out))
    except NoLabels as refused:
        raise fail(str(refused)) from None
    typer.echo(f"{count} labels are in {out}")


@contextmanager
def bar(title: str) -> Iterator[Tell]:
    """A progress bar on standard error."""
    # A shop that opens draws none.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn(title), BarColumn(), TaskProgressColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as shown:
        task = shown.add_task(title, total=None)

        def tell(done: int, in_all: int) -> None:
            shown.update(task, completed=done, total=in_all)

        yield tell
