"""Markdown tables of what was measured."""

import math
import statistics

from programs import comparisons

GROWTH_FROM = 1000
"""Below this size the start of the process hides how the cost grows."""


def spread(values, unit=""):
    """Median and extremes, as exact as three digits."""
    middle, low, high = (digits(value) for value in
                         (statistics.median(values), min(values), max(values)))
    return f"{middle}{unit} [{low}–{high}]"


def digits(value):
    """A number with three significant digits, never in powers of ten."""
    places = max(0, 2 - math.floor(math.log10(abs(value)))) if value else 0
    return f"{value:,.{places}f}"


def table(head, rows):
    """A Markdown table whose numbers are set to the right."""
    return rows_of(head, ["---"] + ["--:"] * (len(head) - 1), rows)


def rows_of(head, alignment, rows):
    """A Markdown table."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, alignment, *rows]) + "\n"


def cost_table(what, size, samples):
    """Every program's time, speed and memory."""
    rows = []
    for name, runs in samples.items():
        seconds = [run.seconds for run in runs]
        speed = f"{size / statistics.median(seconds):,.0f}"
        rows.append([name, spread(seconds, " s"), speed, spread([run.megabytes for run in runs], " MB")])
    return table([what, "time", "pages/s", "peak memory"], rows)


def ratios(samples, one, other, field="seconds"):
    """One program's cost by the other's, round by round."""
    return [getattr(a, field) / getattr(b, field) for a, b in zip(samples[one], samples[other], strict=True)]


def ratio_table(samples, pairs=None):
    """Ratios of runs of the same round."""
    rows = [[f"{one} : {other}", spread(ratios(samples, one, other)), spread(ratios(samples, one, other, "megabytes"))]
            for one, other in pairs or comparisons() if one in samples and other in samples]
    return table(["ratio, round by round", "time", "peak memory"], rows) if rows else ""


def growth_steps(results):
    """Sizes that follow each other, large enough to tell how costs grow."""
    sizes = [size for size in sorted(results) if size >= GROWTH_FROM]
    return list(zip(sizes, sizes[1:], strict=False))


def exponents(results, name, step, field):
    """The exponents of one program's growth, round by round; 1 is proportional."""
    small, large = step
    pairs = zip(results[small][name], results[large][name], strict=False)
    return [math.log(getattr(high, field) / getattr(low, field)) / math.log(large / small) for low, high in pairs]


def growth_table(results):
    """How costs grow from each size to the next."""
    rows = [[f"{name}, {step[0]:,} → {step[1]:,}",
             *(spread(exponents(results, name, step, field)) for field in ("seconds", "megabytes"))]
            for step in growth_steps(results) for name in results[step[0]] if name in results[step[1]]]
    return table(["growth exponent", "time", "peak memory"], rows) if rows else ""
