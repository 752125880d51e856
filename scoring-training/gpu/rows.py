"""Reads what RowsMain wrote into arrays."""

import numpy as np

KINDS = ["bound", "missed", "public"]


class Rows:
    """A row for each person whom a post means, and for each public text.

    ids, types, target and evidence of row r lie in [offsets[r], offsets[r + 1]).
    """

    def __init__(self, file):
        with open(file, encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines]
        column = lambda i: [row[i] for row in rows]
        self.count = len(rows)
        self.kind = np.array([KINDS.index(kind) for kind in column(0)])
        self.part = np.array(column(1))
        self.key = [f"{r[1]} {r[2]}" if r[0] == "public" else f"{r[2]} {r[4]}" for r in rows]
        self.verdict = np.array(column(5), int)
        self.attack = np.array(column(6), int)
        self.weight = np.array(column(7), np.float32)
        self.pair = np.unique(column(8), return_inverse=True)[1]
        self.pair[np.array(column(8)) == "null"] = -1
        self.spam = np.array(["spam" in flags for flags in column(9)])
        pieces = [np.array(ids.split(","), int) for ids in column(10)]
        self.offsets = np.cumsum([0] + [len(p) for p in pieces])
        self.length = np.diff(self.offsets)
        self.ids = np.concatenate(pieces)
        self.types = self._digits("".join(column(11)))
        self.target = self._digits("".join(column(12)))
        self.details = np.array([[-1 if c == "x" else int(c) for c in d] for d in column(13)])
        self.has_evidence = np.array([len(e) > 0 for e in column(14)])
        self.evidence = self._digits("".join(e or "0" * n for e, n in zip(column(14), self.length)))

    @staticmethod
    def _digits(text):
        return np.frombuffer(text.encode(), np.uint8) - ord("0")


def folds(rows, parts, count=5):
    """Whole parts to folds of about the same size; -1 for rows of no such part."""
    sizes = {part: int((rows.part == part).sum()) for part in parts}
    totals, fold = [0] * count, np.full(rows.count, -1)
    for part in sorted(parts, key=lambda p: -sizes[p]):
        least = int(np.argmin(totals))
        totals[least] += sizes[part]
        fold[rows.part == part] = least
    return fold
