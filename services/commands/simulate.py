"""`pourparler simulate`: the schedule of polls in virtual time."""

import click


@click.command(name="simulate")
@click.option("--feeds", type=click.IntRange(min=100), default=180_000, show_default=True, help="How many feeds.")
@click.option("--days", type=click.FloatRange(min=3, max=60), default=7.0, show_default=True, help="Virtual days.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another world for each.")
@click.option("--processes", type=click.IntRange(min=1), default=2, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
def command(feeds: int, days: float, seed: int, processes: int, as_json: bool) -> None:
    """When feeds are polled, tried on invented feeds in virtual time, beside the rules of others.

    Staleness is how long an article was there before it was found, in minutes. The first two days are not counted.
    With 180,000 feeds this takes a good while; 5,000 tell nearly the same within a minute or two.

    \b
    Example:
      pourparler simulate --feeds 5000
    """
    import json
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from services.fetcher.simulation.compare import Setting, compare, outage

    setting = Setting(feeds, days, seed=seed)
    if not as_json:
        click.echo(f"{'':42}{'polls/day':>10}{'p50':>8}{'p95':>8}{'mean':>8}{'wasted':>8}{'missed':>8}{'per min':>9}")
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as workers:
        for row in compare(setting, workers):
            click.echo(
                json.dumps(row.as_dict())
                if as_json
                else f"{row.policy:42}{row.polls_a_day:10.2f}{row.p50:8.1f}{row.p95:8.1f}{row.mean:8.1f}"
                f"{row.wasted:8.1%}{row.missed:8.2%}{row.busiest_minute:9}"
            )
    largest = min(feeds // 10, 14_000)
    if not as_json:
        click.echo(f"\nA host with {largest} feeds goes away for half a day; most polls due within a minute:")
    for one in outage(largest, setting):
        click.echo(
            json.dumps(one.as_dict())
            if as_json
            else f"{one.policy:42} before {one.before:5}   meanwhile {one.meanwhile:5}   after {one.after:5}"
        )
