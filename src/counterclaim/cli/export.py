"""``counterclaim export``: the ledger in the formats of the field."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from counterclaim.cli.output import write_bytes, write_stream
from counterclaim.cli.pages import contents, finish, page_options, read_for_command
from counterclaim.cli.stores import coded_errors
from counterclaim.errors import OptionError
from counterclaim.exports.options import FatalityPolicy, Options, deleted_codes, deleted_when
from counterclaim.exports.registry import FORMATS
from counterclaim.exports.view import URN
from counterclaim.reading import Settings
from counterclaim.records import Ledger

ABOUT = "\b\nFormats:\n" + "\n".join(f"  {n:15} {form.about}" for n, form in FORMATS.items())

FAMILIES = ", ".join(name for name, form in FORMATS.items() if form.family)


@click.command(epilog=ABOUT)
@click.argument("pages", nargs=-1)
@page_options
@click.option(
    "--store",
    "url",
    metavar="URL",
    envvar="COUNTERCLAIM_STORE",
    show_envvar=True,
    help="Export this store's newest readings instead; the one of the variable only without PAGES.",
)
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    type=click.Choice(sorted(FORMATS)),
    help="One of those below.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help=f"A file; for {FAMILIES} a folder.",
)
@click.option(
    "--whole",
    is_flag=True,
    help="The whole store instead: every version, decision and audit row, as NDJSON for `import`.",
)
@click.option("--base", default=URN, show_default=True, help="What permalinks begin with.")
@click.option(
    "--fatalities",
    type=click.Choice(["none", "low", "best", "high", "suggested"]),
    default="none",
    show_default=True,
    help="Which figure fills a column that wants one number; by default it stays empty.",
)
@coded_errors
def export(
    pages: tuple[str, ...],
    settings: Settings,
    quiet: bool,
    url: str | None,
    form: str | None,
    output: Path | None,
    whole: bool,
    base: str,
    fatalities: FatalityPolicy,
) -> None:
    """Read PAGES, or take a store, and write the ledger in a format of the field.

    Of a store the newest version of every page is exported, with people's decisions in effect.
    """
    if whole:
        _write_whole_store(url, output)
        return
    if form is None:
        raise click.UsageError("Missing option '--format'.")
    if pages and _of_environment():
        url = None
    if not pages and url is None:
        raise OptionError("CC209")
    if url is None:
        ledger = read_for_command(pages, settings, quiet=quiet)
        given, ended = list[str](), dict[str, str]()
    else:
        ledger, given, ended = _stored(url)
    chosen = FORMATS[form]
    options = Options(
        base=base,
        fatalities=fatalities,
        deleted=deleted_codes(ledger, given),
        deleted_when=deleted_when(ledger, ended),
    )
    files = chosen.write(ledger, options)
    if chosen.family:
        _write_family(output, form, files)
    else:
        write_bytes(output, files[""])
    if output is not None and not quiet:
        told = contents(len(ledger.readings), len(ledger.incidents))
        click.echo(f"{output}: {form}, {told}", err=True)
    finish(ledger)


def _of_environment() -> bool:
    """Whether the store is that of the environment, and not one that was asked for."""
    source = click.get_current_context().get_parameter_source("url")
    return source is click.core.ParameterSource.ENVIRONMENT


def _write_whole_store(url: str | None, output: Path | None) -> None:
    # Imported here: pages need no database.
    from counterclaim.cli.stores import DEFAULT_STORE
    from counterclaim.store import Store
    from counterclaim.store.exchange import export_store

    store = Store.open(url or DEFAULT_STORE)
    write_stream(output, lambda stream: export_store(store, stream))
    store.close()


def _stored(url: str) -> tuple[Ledger, list[str], dict[str, str]]:
    """The ledger, every code that an incident in it ever had, and when those that ended did."""
    # Imported here: pages need no database.
    from counterclaim.store import Store
    from counterclaim.store.codes import ended_when, ever_given
    from counterclaim.store.incident_index import ledger_of

    store = Store.open(url)
    ledger = ledger_of(store)
    with store.engine.connect() as connection:
        given, ended = ever_given(connection), ended_when(connection)
    store.close()
    return ledger, given, ended


def _write_family(folder: Path | None, form: str, files: Mapping[str, bytes]) -> None:
    if folder is None:
        raise OptionError("CC210", form=form)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        write_bytes(folder / name, data)
