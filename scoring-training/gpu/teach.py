"""Teachers: what encoders say of rows that they have not learnt from.

python3 teach.py ROWS BGE_ONNX TOKENIZER_JSON BERT_DIRECTORY UNSEEN_PARTS TEACHER

Five encoders of each kind, each without a fifth of the parts and of the public texts. What the
fifth's encoders say together of a row becomes a probability, which TEACHER holds by the row's key.
"""

import sys

import numpy as np

import stack
import weights
from rows import Rows, folds

FOLDS = range(5)
PUBLIC_WEIGHT = 0.4
PUBLIC_SHARE = 3000


def platt(margin, attack):
    """Scale and shift that make a margin a log-odds (Platt, 1999), found by Newton's method."""
    w = np.array([0.5, 0.0])
    for _ in range(40):
        p = 1 / (1 + np.exp(-(w[0] * margin + w[1])))
        gradient = np.array([((p - attack) * margin).sum(), (p - attack).sum()])
        d = p * (1 - p)
        curvature = np.array([[(d * margin**2).sum(), (d * margin).sum()], [(d * margin).sum(), d.sum()]])
        w -= np.linalg.solve(curvature + 1e-6 * np.eye(2), gradient)
    return w


def main(rows_file, onnx, tokenizer, tensorflow, unseen, out):
    rows = Rows(rows_file)
    own = rows.kind <= 1
    parts = sorted(set(rows.part[own]) - set(unseen.split(",")) - {"dev"})
    fold = folds(rows, parts)
    every = np.arange(rows.count)
    public = (rows.kind == 2) & (rows.attack == 0)
    rows.weight[rows.kind == 2] = PUBLIC_WEIGHT
    learners = [
        {
            "seed": f + 1,
            "rows": every[own & (fold >= 0) & (fold != f) & ~rows.spam],
            "pool": every[public & (every % 5 != f)],
            "share": PUBLIC_SHARE,
        }
        for f in FOLDS
    ]
    asked = [every[own & ((fold == f) | (fold < 0)) | public & (every % 5 == f)] for f in FOLDS]
    judged = (rows.kind == 0) & (fold >= 0)
    together = np.zeros(rows.count)
    for base, epochs, rate in (
        (weights.of_onnx(onnx, tokenizer), 3, 2e-4),
        (weights.of_tensorflow(tensorflow), 2, 6e-5),
    ):
        trained = stack.train(rows, base, learners, epochs, rate)
        said = stack.margins(rows, trained, asked)
        margin = np.nanmean(said, 0)  # one fold's encoder has seen a row of no other, or none has
        scale = platt(margin[judged], rows.attack[judged])
        together += scale[0] * margin + scale[1]
        del trained
    scale = platt(together[judged], rows.attack[judged])
    probability = 1 / (1 + np.exp(-(scale[0] * together + scale[1])))
    probability[rows.kind == 1] = np.nan  # the binder missed them: the label knows better
    with open(out, "w", encoding="utf-8") as file:
        for key, p in zip(rows.key, probability):
            if not np.isnan(p):
                file.write(f"{key}\t{p:.3f}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
