"""The whole workbook once more, by other means: pandas, NumPy and SciPy against the views of the store.

Values and counts are read from the sheet by pandas and families from the publisher's list; only polarity,
scheme and declared errors are taken from the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats  # type: ignore[import-untyped]
from sqlalchemy import Engine, text

from etl.pipeline import load_file
from indicators.catalogue import Catalogue
from indicators.catalogue_files import load_catalogue
from indicators.store import engine as store

WORKBOOK = "lgbf/lgbf_workbook_2022-01.xlsx"
HEADER = re.compile(r"([A-Z&]+(?:-[A-Z]+)?) ?0*(\d+)([A-Za-z]?) +(\d{4}-\d\d)( Real)?")
PARTS = ["value", "above", "below"]
SERIES = ["code", "period", "real"]
FIGURE = [*SERIES, "area"]
SCALES = {"CORP03b": 100.0, "ECON05": 10_000.0, "SW06": 1000.0}
# Printed as 43.73 beside 79 of 180, and as 48.71 beside 4,785 of 9,822: their parts do not make them.
UNMADE = {("CORP03b", "2012-13", "S12000020"), ("CORP03b", "2012-13", "S92000003")}
Z = stats.norm.ppf(0.975)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def engine(
    shared_data: Path, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A store that holds the workbook and nothing else."""
    made = store.writer(f"sqlite:///{tmp_path_factory.mktemp('recomputed') / 'store.db'}")
    store.upgrade(made)
    load_file(shared_data / WORKBOOK, made, catalogue)
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def printed(shared_data: Path, catalogue: Catalogue) -> pd.DataFrame:
    """Every value cell, and its two parts where it has them, read by pandas; text is no number.

    Parts without a value are left out, as the views leave them out.
    """
    sheet = pd.read_excel(shared_data / WORKBOOK, sheet_name="Raw Data", header=None, engine="calamine")
    codes = pd.read_csv(shared_data / "areas" / "council_areas.csv").set_index("lgbf_name")["code"]
    areas = sheet.iloc[1:, 0].map({**codes, "Scotland": "S92000003"})
    headers = [str(header) for header in sheet.iloc[0].fillna("")]
    parts = [HEADER.fullmatch(header) for header in headers]
    blocks = []
    for at, found in enumerate(parts):
        if found is None:
            continue
        code = f"{found[1]}{int(found[2]):02d}{found[3]}"
        paired = all(after < len(parts) and headers[after] and not parts[after] for after in (at + 1, at + 2))
        names = PARTS if paired else PARTS[:1]
        columns = {name: sheet.iloc[1:, at + plus] for plus, name in enumerate(names)}
        key = {"code": code, "period": found[4], "real": found[5] is not None, "area": areas}
        blocks.append(pd.DataFrame({**key, **columns}))
    frame = pd.concat(blocks, ignore_index=True)
    for name in PARTS:
        frame[name] = pd.to_numeric(frame[name], errors="coerce")
    frame.loc[frame["value"].isna(), PARTS] = np.nan
    return _without_false_values(frame, catalogue)


def _without_false_values(frame: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """The figures without those the catalogue declares as printed in error."""
    for item in catalogue.indicators.values():
        for error in item.known_errors:
            wrong = frame["code"].eq(item.code) & frame["area"].eq(error.area)
            wrong &= frame["period"].isin(error.periods) & frame["value"].eq(error.printed)
            frame.loc[wrong, PARTS] = np.nan
    return frame


def read(engine: Engine, view: str) -> pd.DataFrame:
    """A view with the key of the recomputation."""
    with engine.connect() as connection:
        frame = pd.read_sql(text(f"SELECT * FROM {view}"), connection)
    frame["real"] = frame["basis"].eq("real")
    return frame.rename(columns={"indicator_code": "code", "area_code": "area"})


@pytest.fixture(scope="module")
def beside(engine: Engine, printed: pd.DataFrame, shared_data: Path, catalogue: Catalogue) -> pd.DataFrame:
    """One row for a council and series: `x` columns are recomputed, the others come from the store."""
    councils = _ranked(printed[printed["area"].ne("S92000003")].copy(), catalogue)
    councils = _with_families(councils, shared_data / "areas")
    country = printed[printed["area"].eq("S92000003")][[*SERIES, "value"]]
    councils = councils.merge(country.rename(columns={"value": "x_scotland"}), on=SERIES)
    return councils.merge(read(engine, "benchmarks"), on=FIGURE, how="outer", suffixes=("", "_kept"))


def _ranked(councils: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """The figures of councils with rank and quarter, worked out on badness."""
    items = councils["code"].map(catalogue.indicators)
    councils["scheme"] = [str(item.family_scheme or "") for item in items]
    pairs = zip(items, councils["value"], strict=True)
    councils["x_bad"] = [item.polarity.badness(value) for item, value in pairs]
    councils["x_n"] = councils.groupby(SERIES)["value"].transform("count")
    councils["x_rank"] = councils.groupby(SERIES)["x_bad"].rank(method="min").where(councils["x_n"].ge(8))
    cuts = councils.groupby(SERIES)["x_bad"].transform
    over = [councils["x_bad"].gt(cuts(_type_7, percent)).astype(int) for percent in (25, 50, 75)]
    known = councils["value"].notna() & councils["x_n"].ge(8)
    councils["x_quartile"] = (1 + over[0] + over[1] + over[2]).where(known)
    return councils


def _with_families(councils: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """The same with the statistics of each council's family group, the groups being the publisher's."""
    codes = pd.read_csv(folder / "council_areas.csv").set_index("lgbf_name")["code"]
    groups = pd.read_csv(folder / "family_groups.csv").rename(columns={"family_set": "scheme"})
    groups["area"] = groups["council"].map(codes)
    councils = councils.merge(groups[["scheme", "group", "area"]], on=["scheme", "area"], how="left")
    family = councils.groupby([*SERIES, "group"])
    for name, how in (("x_mean", "mean"), ("x_median", "median"), ("x_family_n", "count")):
        councils[name] = family["value"].transform(how)
    councils["x_family_rank"] = family["x_bad"].rank(method="min").where(councils["x_family_n"].ge(8))
    fourth = councils.sort_values("x_bad").groupby([*SERIES, "group"])["value"].nth(3)
    places = councils.loc[fourth.index, [*SERIES, "group"]].assign(x_fourth=fourth)
    return councils.merge(places, on=[*SERIES, "group"], how="left")


def _type_7(values: pd.Series, percent: int) -> float:
    known = values.dropna()
    return float(np.percentile(known, percent, method="linear")) if len(known) else np.nan


@pytest.fixture(scope="module")
def figures(engine: Engine, printed: pd.DataFrame) -> pd.DataFrame:
    """Every printed figure beside the one of the view."""
    return printed.merge(read(engine, "figures"), on=FIGURE, how="outer", suffixes=("", "_kept"))


def test_every_figure_is_the_cell_as_pandas_reads_it(figures: pd.DataFrame) -> None:
    assert len(figures) == 1291 * 33
    for mine, kept in (("value", "value_kept"), ("above", "numerator"), ("below", "denominator")):
        np.testing.assert_array_equal(figures[mine].to_numpy(), figures[kept].to_numpy(dtype=float))
    assert figures["value"].count() > 39_000


@pytest.mark.parametrize(
    ("recomputed", "kept"),
    [
        ("value", "value_kept"),
        ("x_rank", "rank"),
        ("x_n", "rank_n"),
        ("x_quartile", "quartile"),
        ("x_family_n", "family_n"),
        ("x_family_rank", "family_rank"),
        ("x_fourth", "family_fourth"),
    ],
)
def test_ranks_quartiles_and_fourth_places_are_equal(
    beside: pd.DataFrame, recomputed: str, kept: str
) -> None:
    """Of every indicator, period, basis and council, with those that have no value."""
    assert len(beside) == 1291 * 32
    mine, theirs = beside[recomputed].to_numpy(dtype=float), beside[kept].to_numpy(dtype=float)
    if recomputed == "x_family_n":
        theirs = np.nan_to_num(theirs)
    np.testing.assert_array_equal(mine, theirs)


@pytest.mark.parametrize(("recomputed", "kept"), [("x_mean", "family_mean"), ("x_median", "family_median")])
def test_means_and_medians_of_families_are_equal(beside: pd.DataFrame, recomputed: str, kept: str) -> None:
    mine, theirs = beside[recomputed].to_numpy(dtype=float), beside[kept].to_numpy(dtype=float)
    np.testing.assert_allclose(mine, theirs, rtol=1e-12, atol=1e-12)


def test_scotland_is_what_is_printed_for_it(beside: pd.DataFrame) -> None:
    told = beside[beside["x_scotland"].notna()]
    assert set(told["scotland_kind"]) == {"published"}
    np.testing.assert_array_equal(told["x_scotland"].to_numpy(), told["scotland_value"].to_numpy(dtype=float))
    assert len(told) > 39_000


def test_the_fourth_places_of_dundees_family_are_those_of_the_documents(beside: pd.DataFrame) -> None:
    rows = beside[beside["area"].eq("S12000042") & beside["period"].eq("2016-17")].set_index("code")
    assert round(rows.loc["CHN22", "family_fourth"], 2) == 5.74
    assert round(rows.loc["CHN20a", "family_fourth"], 1) == 29.1


def test_intervals_equal_formulas_written_out_again(figures: pd.DataFrame) -> None:
    rows = figures[figures["lower_95"].notna()]
    assert set(rows["code"]) == set(SCALES)
    n, d = rows["above"].to_numpy(), rows["below"].to_numpy()
    scale, shares = rows["code"].map(SCALES).to_numpy(), rows["code"].eq("CORP03b").to_numpy()
    share = n / d
    middle = (share + Z**2 / (2 * d)) / (1 + Z**2 / d)
    half = Z / (1 + Z**2 / d) * np.sqrt(share * (1 - share) / d + Z**2 / (4 * d**2))
    low = np.where(shares, middle - half, _poisson(n, 0) / d)
    high = np.where(shares, middle + half, _poisson(n, 1) / d)
    np.testing.assert_allclose(rows["lower_95"].to_numpy(), low * scale, rtol=0, atol=1e-9)
    np.testing.assert_allclose(rows["upper_95"].to_numpy(), high * scale, rtol=0, atol=1e-9)
    assert ((rows["value"] - rows["lower_95"]).min() > 0) and ((rows["upper_95"] - rows["value"]).min() > 0)


def _poisson(cases: np.ndarray, end: int) -> np.ndarray:
    """One end of the interval of counts: exact below ten, by Byar from ten on."""
    exact = stats.chi2.ppf([0.025, 0.975][end], 2 * (cases + end)) / 2
    shifted, sign = cases + end, (-1, 1)[end]
    byar = shifted * (1 - 1 / (9 * shifted) + sign * Z / (3 * np.sqrt(shifted))) ** 3
    return np.where(cases < 10, exact, byar)


def test_every_figure_made_of_counts_has_its_interval(figures: pd.DataFrame) -> None:
    counted = figures[figures["code"].isin(SCALES) & figures["value"].notna() & figures["below"].notna()]
    without = counted[counted["lower_95"].isna()]
    assert set(zip(without["code"], without["period"], without["area"], strict=True)) == UNMADE
    assert len(counted) > 900
