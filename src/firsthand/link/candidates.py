"""Candidates: texts that may be copies of each other, found without comparing all pairs."""

from collections.abc import Iterator, Mapping, Sequence

from rensa import RMinHash, RMinHashLSH

from firsthand.link.passages import Run, Words

# Bands of two rows find nine in ten of texts that share a fifth of their runs.
PERMUTATIONS = 128
BANDS = 64
SEED = 7
# A text is also looked up piece by piece: a short report may stand inside a long one.
PIECE_RUNS = 60
LEAST_RUNS = 8
# Pieces that meet in more texts than this are no longer told apart by them.
MOST_MEETINGS = 200


def find_copy_candidates(
    texts: Mapping[str, Words], furniture: frozenset[Run]
) -> tuple[tuple[str, str], ...]:
    """Find pairs of texts that may share passages, by MinHash of the whole and of pieces."""
    names: list[str] = []
    sets: list[list[str]] = []
    for name in sorted(texts):
        for piece in _cut(texts[name], furniture):
            names.append(name)
            sets.append([str(run) for run in piece])
    hashes = RMinHash.from_token_sets(sets, PERMUTATIONS, SEED)
    index = RMinHashLSH(threshold=0.05, num_perm=PERMUTATIONS, num_bands=BANDS)
    pairs: set[tuple[str, str]] = set()
    for key, (name, minhash) in enumerate(zip(names, hashes, strict=True)):
        met = {names[other] for other in index.query(minhash)} - {name}
        pairs.update((other, name) for other in sorted(met)[:MOST_MEETINGS])
        index.insert(key, minhash)
    return tuple(sorted(pairs))


def _cut(words: Words, furniture: frozenset[Run]) -> Iterator[Sequence[Run]]:
    """Cut a text's own runs, in order, into the whole and pieces where it is long."""
    own = [run for run in words.runs if run not in furniture]
    if len(own) < LEAST_RUNS:
        return
    yield own
    if len(own) > 2 * PIECE_RUNS:
        for start in range(0, len(own), PIECE_RUNS):
            yield own[start : start + PIECE_RUNS]
