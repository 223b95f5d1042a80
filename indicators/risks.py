"""The risk register: likelihood by impact on a matrix of any size, scored at first, now and as aimed for."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_SIZE = 5
SMALLEST_SIZE, LARGEST_SIZE = 3, 10


@dataclass(frozen=True, slots=True)
class Band:
    """A band of scores and the largest share of the highest score that still belongs to it."""

    name: str
    up_to: float


# On 5 by 5: 1 to 4 low, 5 to 9 medium, 10 to 16 high, 20 and 25 very high.
BANDS = (Band("low", 4 / 25), Band("medium", 9 / 25), Band("high", 16 / 25), Band("very high", 1.0))


@dataclass(frozen=True, slots=True)
class Score:
    """A risk's place on the matrix of `size` by `size`.

    Raises ValueError for a matrix smaller than 3 or larger than 10, and for a likelihood or impact that
    is not a whole number from 1 to its size.
    """

    likelihood: int
    impact: int
    size: int = DEFAULT_SIZE

    def __post_init__(self) -> None:
        if not _whole(self.size) or not SMALLEST_SIZE <= self.size <= LARGEST_SIZE:
            raise ValueError(f"a matrix of {self.size!r} is not one of {SMALLEST_SIZE} to {LARGEST_SIZE}")
        for name, value in (("likelihood", self.likelihood), ("impact", self.impact)):
            if not _whole(value) or not 1 <= value <= self.size:
                raise ValueError(f"a {name} of {value!r} is not a whole number from 1 to {self.size}")

    @property
    def value(self) -> int:
        """Likelihood times impact."""
        return self.likelihood * self.impact

    @property
    def words(self) -> str:
        """`12, high (likelihood 3, impact 4)`."""
        return f"{self.value}, {self.band().name} (likelihood {self.likelihood}, impact {self.impact})"

    def band(self, bands: tuple[Band, ...] = BANDS) -> Band:
        """The first of the bands, lowest first, that reaches this score."""
        share = self.value / self.size**2
        return next((band for band in bands if share <= band.up_to + 1e-9), bands[-1])


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk with its scores at first, now and as aimed for; None is one that is not scored.

    Raises ValueError when the scores are on matrices of different sizes.
    """

    title: str
    original: Score | None = None
    current: Score | None = None
    target: Score | None = None

    def __post_init__(self) -> None:
        sizes = {score.size for score in (self.original, self.current, self.target) if score}
        if len(sizes) > 1:
            raise ValueError(f"the scores of '{self.title}' are on matrices of different sizes")

    @property
    def above_target(self) -> bool:
        """True when the risk is now higher than it is meant to be; never where a score is missing."""
        return self.current is not None and self.target is not None and self.current.value > self.target.value


def read_score(likelihood: int | None, impact: int | None, size: int = DEFAULT_SIZE) -> Score | None:
    """A score from two cells; None when both are blank.

    Raises ValueError when only one of them is, and for what is not on the matrix.
    """
    if likelihood is None and impact is None:
        return None
    if likelihood is None or impact is None:
        raise ValueError("a risk is scored by likelihood and impact together; one of them is blank")
    return Score(likelihood, impact, size)


def score_words(score: Score | None) -> str:
    """A score in words; a blank one is `Not scored`."""
    return score.words if score else "Not scored"


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
