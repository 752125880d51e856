"""Fine-tunes the encoder that is shipped on labels and on what teachers say, half and half.

python3 distil.py ROWS TEACHER BGE_ONNX TOKENIZER_JSON KEPT_PARTS EPOCHS CHECKPOINT

CHECKPOINT is read by `mvn -Ptrain -Dtrain.encoder=bge -Dtrain.epochs=EPOCHS -Dtrain.kept=KEPT_PARTS`
as its own, found at its end: what is left are the blend, the figures and the files to ship. Runs on
two cores too, at some 2.3 s a step.
"""

import gzip
import sys

import numpy as np

import stack
import weights
from rows import Rows

PUBLIC_WEIGHT = 0.4
PUBLIC_SHARE = 4000
TRUST = 0.5


def main(rows_file, teacher_file, onnx, tokenizer, kept, epochs, out):
    rows = Rows(rows_file)
    with (gzip.open if teacher_file.endswith(".gz") else open)(teacher_file, "rt", encoding="utf-8") as lines:
        said = dict(line.rstrip("\n").split("\t") for line in lines)
    teacher = np.array([float(said.get(key, "nan")) for key in rows.key], np.float32)
    rows.weight[rows.kind == 2] = PUBLIC_WEIGHT
    every, left_out = np.arange(rows.count), [*kept.split(","), "dev"]
    own = (rows.kind <= 1) & ~rows.spam & ~np.isin(rows.part, left_out)
    learner = {
        "seed": 2,
        "rows": every[own],
        "pool": every[(rows.kind == 2) & (rows.attack == 0)],
        "share": PUBLIC_SHARE,
    }
    base = weights.of_onnx(onnx, tokenizer)
    trained = stack.train(rows, base, [learner], int(epochs), 2e-4, teacher, TRUST)
    write(trained.flat[0].cpu().numpy(), int(epochs), trained.steps, out)


def write(learnt, epochs, steps, out):
    """As Checkpoint in the Java code reads it: counts, weights, and the optimizer's moments."""
    with open(out, "wb") as file:
        file.write(np.array([epochs, steps], ">i4").tobytes())
        file.write(learnt.astype(">f4").tobytes())
        file.write(np.zeros(2 * len(learnt), ">f4").tobytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
