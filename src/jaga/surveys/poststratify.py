"""Post-stratification: weights made to add up to class sizes that are known from elsewhere.

What the classes explain is known, so only what they leave unexplained adds to the variance
(Särndal, Swensson and Wretman, 1992, §7.6): each score counts from its class mean.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from jaga.errors import BadInput
from jaga.surveys.design import Codes, Design, Floats, PostStrata
from jaga.words import Text


def post_stratify(design: Design, cells: Sequence[str], sizes: Mapping[str, float]) -> Design:
    """The design with weights that add up to `sizes` (people) in each class of `cells` (rows)."""
    names, cell = np.unique(np.asarray(cells), return_inverse=True)
    if set(names.tolist()) != set(sizes):
        raise BadInput(
            Text(
                "Kelas pascastratifikasi di data dan di daftar ukuran tidak sama: tiap kelas perlu "
                "ukuran, dan tiap ukuran perlu baris. Gabungkan kelas yang kosong.",
                "The post-strata of the data and of the list of sizes differ: each class needs a "
                "size, and each size needs rows. Merge classes that are empty.",
            )
        )
    known = np.array([float(sizes[str(name)]) for name in names])
    if not (np.isfinite(known).all() and (known > 0).all()):
        raise BadInput(
            Text(
                "Ukuran kelas pascastratifikasi harus lebih dari nol.",
                "The sizes of post-strata must be above zero.",
            )
        )
    cell = cell.astype(np.int64)
    post = PostStrata(cell, known, design.weights)
    return replace(design, weights=weights_to_sizes(design.weights, cell, known), post=post)


def weights_to_sizes(weights: Floats, cell: Codes, sizes: Floats) -> Floats:
    """`weights` scaled in each class so that they add up to its size."""
    sums = np.bincount(cell, weights, minlength=len(sizes))
    if (sums == 0).any():
        raise BadInput(
            Text(
                "Ada kelas pascastratifikasi tanpa bobot: gabungkan dengan kelas yang serupa.",
                "A post-stratum has no weight: merge it with one like it.",
            )
        )
    scaled: Floats = weights * (sizes / sums)[cell]
    return scaled


def residuals(design: Design, scores: Floats) -> Floats:
    """What the post-strata leave unexplained of `scores` (rows, k); all of it without them."""
    post = design.post
    if post is None:
        return scores
    sums = np.zeros((len(post.sizes), scores.shape[1]))
    np.add.at(sums, post.cell, post.before[:, None] * scores)
    sums /= np.bincount(post.cell, post.before, minlength=len(post.sizes))[:, None]
    left: Floats = scores - sums[post.cell]
    return left
