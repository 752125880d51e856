"""K encoders of one kind, fine-tuned side by side: each step costs a GPU little more than that of one.

The network and the loss are those of Bert and EncoderLoss in the Java code. Weights of all encoders
lie in one array [K, P]; a batch is [K, B, L].
"""

import time

import numpy as np
import torch
import torch.nn.functional as F

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
LONGEST = 176
VERDICTS, DETAILS = 4, 13
FIRST_MARK, LAST_MARK = 1, 6
HEAD_RATE = 5  # what begins anew learns so many times as fast
WARM_UP = 0.1
DROPOUT = 0.1


class Stack:
    def __init__(self, weights, seeds):
        self.k, self.width = len(seeds), weights["words"].shape[1]
        self.tables = {t: torch.tensor(weights[t], device=DEVICE) for t in ("words", "positions", "types")}
        shapes = {n: w.shape for n, w in weights.items() if n not in self.tables}
        for head, outputs, inputs in (
            ("verdict", VERDICTS, 2 * self.width),
            ("detail", DETAILS, 2 * self.width),
            ("evidence", 1, self.width),
        ):
            shapes.setdefault(head + ".weight", (outputs, inputs))
            shapes.setdefault(head + ".bias", (outputs,))
        sizes = {n: int(np.prod(s)) for n, s in shapes.items()}
        total = sum(sizes.values())
        self.flat, self.gradient, self.first, self.second = (
            torch.zeros(self.k, total, device=DEVICE) for _ in range(4)
        )
        self.pace = torch.ones(total, device=DEVICE)
        self.steps = 0
        self.p = {}
        at = 0
        for name, shape in shapes.items():
            end = at + sizes[name]
            new = name == "marks" or name.split(".")[0] in ("verdict", "detail", "evidence")
            self.pace[at:end] = HEAD_RATE if new else 1
            for k, seed in enumerate(seeds):
                if name in weights:
                    value = weights[name].ravel()
                elif name.endswith("weight"):
                    value = np.random.default_rng([seed, at]).normal(0, 0.02, sizes[name])
                else:
                    value = np.zeros(sizes[name])
                self.flat[k, at:end] = torch.tensor(np.asarray(value, np.float32))
            view = self.flat[:, at:end].view(self.k, *shape).detach().requires_grad_()
            view.grad = self.gradient[:, at:end].view(self.k, *shape)
            self.p[name] = view
            at = end

    def _linear(self, x, name):
        weight, bias = self.p[name + ".weight"].to(x.dtype), self.p[name + ".bias"].to(x.dtype)
        return torch.baddbmm(bias.unsqueeze(1), x, weight.transpose(1, 2))

    def _norm(self, x, name):
        plain = F.layer_norm(x.float(), (self.width,), eps=1e-12)
        weight, bias = self.p[name + ".weight"], self.p[name + ".bias"]
        return (plain * weight.unsqueeze(1) + bias.unsqueeze(1)).to(x.dtype)

    def run(self, batch, training):
        """Logits of verdicts [K, B, 4], details [K, B, 13] and evidence [K, B, L]."""
        ids = batch["ids"]
        k, b, length = ids.shape
        drop = (lambda x: F.dropout(x, DROPOUT)) if training else (lambda x: x)
        kind = torch.bfloat16 if DEVICE == "cuda" else torch.float32
        marked = (ids >= FIRST_MARK) & (ids <= LAST_MARK)
        which = (ids * marked).reshape(k, b * length, 1).expand(-1, -1, self.width)
        marks = torch.gather(self.p["marks"], 1, which).view(k, b, length, self.width)
        x = torch.where(marked.unsqueeze(-1), marks, self.tables["words"][ids])
        x = x + self.tables["positions"][:length] + self.tables["types"][batch["types"]]
        x = drop(self._norm(x.view(k, b * length, self.width), "embeddings.LayerNorm")).to(kind)
        mask = torch.zeros(k * b, 1, 1, length, dtype=kind, device=DEVICE)
        mask = mask.masked_fill(~batch["mask"].view(k * b, 1, 1, length), -1e4).expand(-1, 1, length, -1)
        heads = lambda t: t.view(k * b, length, 12, self.width // 12).transpose(1, 2)
        for l in range(12):
            at, norm = f"encoder/layer.{l}/", f"encoder.layer.{l}."
            q, key, v = (heads(self._linear(x, at + "attention/self/" + n)) for n in ("query", "key", "value"))
            seen = F.scaled_dot_product_attention(q, key, v, attn_mask=mask)
            seen = self._linear(seen.transpose(1, 2).reshape(k, b * length, self.width), at + "attention/output/dense")
            x = self._norm(x + drop(seen), norm + "attention.output.LayerNorm")
            inner = F.gelu(self._linear(x, at + "intermediate/dense"))
            x = self._norm(x + drop(self._linear(inner, at + "output/dense")), norm + "output.LayerNorm")
        x = x.float()
        places = x.view(k, b, length, self.width)
        person = (places * batch["target"].unsqueeze(-1)).sum(2)
        pooled = drop(torch.cat([places[:, :, 0], person], 2))
        evidence = self._linear(x, "evidence").view(k, b, length)
        return self._linear(pooled, "verdict"), self._linear(pooled, "detail"), evidence

    def loss(self, batch, twin_weight):
        """One for each encoder, [K]."""
        verdicts, details, evidence = self.run(batch, True)
        p = verdicts.log_softmax(2)
        attack, rest = p[:, :, 0], (p[:, :, 1:].exp().sum(2) + 1e-6).log()
        hard = (p * batch["verdict"]).sum(2) + attack * batch["attack"] + rest * batch["other"]
        soft = (batch["teacher"] * attack + (1 - batch["teacher"]) * rest) * batch["weight"]
        trust = batch["trust"]
        said = hard * (1 - trust) + soft * trust
        loss = -said.sum(1) / batch["weight"].sum(1).clamp(min=1e-3)
        binary = lambda x, wanted, known: (F.softplus(x) - x * wanted) * known
        b = hard.shape[1]
        loss = loss + 0.3 * binary(details, batch["detail"], batch["detail_known"]).sum((1, 2)) / b
        known = batch["evidence_known"]
        loss = loss + 0.3 * binary(evidence, batch["evidence"], known).sum((1, 2)) / known.sum((1, 2)).clamp(min=1)
        margin = attack - rest
        lead = margin.gather(1, batch["attacks"]) - margin.gather(1, batch["twins"])
        return loss + twin_weight * (F.softplus(-lead) * batch["has_twins"]).sum(1) / b

    def step(self, rate):
        """AdamW with decay .01; gradients of each encoder clipped at 1."""
        self.steps += 1
        clip = 1 / self.gradient.norm(dim=1, keepdim=True).clamp(min=1)
        self.gradient.mul_(clip)
        self.first.lerp_(self.gradient, 0.1)
        self.second.mul_(0.999).addcmul_(self.gradient, self.gradient, value=0.001)
        correction = (1 - 0.999**self.steps) ** 0.5 / (1 - 0.9**self.steps)
        change = self.first / (self.second.sqrt() + 1e-8) * correction + self.flat * 0.01
        self.flat.sub_(change * self.pace * rate)
        self.gradient.zero_()


def batches(rows, some, most, rng):
    """Both of a minimal pair together, rows of about the same length together; shortest first."""
    units = {}
    for r in some:
        units.setdefault(int(rows.pair[r]) if rows.pair[r] >= 0 else -2 - r, []).append(r)
    units = sorted(units.values(), key=lambda u: max(rows.length[r] for r in u) + 3 * rng.random())
    out, batch = [], []
    for unit in units:
        if len(batch) + len(unit) > most:
            out.append(batch)
            batch = []
        batch = batch + unit
    return out + [batch] if batch else out


def collate(rows, chosen, teacher=None, trust=0.0):
    """Rows for each of K encoders as arrays; shorter lists are filled up with rows that weigh nothing."""
    k, b = len(chosen), max(map(len, chosen))
    length = min(LONGEST, max(int(rows.length[r]) for some in chosen for r in some))
    of = lambda *shape, kind=np.float32: np.zeros((k, b, *shape), kind)
    out = {
        "ids": of(length, kind=np.int64), "types": of(length, kind=np.int64), "mask": of(length, kind=bool),
        "target": of(length), "evidence": of(length), "evidence_known": of(length),
        "verdict": of(VERDICTS), "detail": of(DETAILS), "detail_known": of(DETAILS),
        **{name: of() for name in ("attack", "other", "weight", "teacher", "trust")},
        "attacks": np.zeros((k, b // 2), np.int64), "twins": np.zeros((k, b // 2), np.int64),
        "has_twins": np.zeros((k, b // 2), np.float32),
    }  # fmt: skip
    out["mask"][:, :, 0] = True
    out["target"][:, :, 0] = 1
    for m, some in enumerate(chosen):
        waiting, pairs = {}, 0
        for j, r in enumerate(some):
            piece = slice(rows.offsets[r], rows.offsets[r] + min(length, rows.length[r]))
            n = piece.stop - piece.start
            out["ids"][m, j, :n], out["types"][m, j, :n] = rows.ids[piece], rows.types[piece]
            out["mask"][m, j, :n] = True
            target = rows.target[piece]
            if target.any():
                out["target"][m, j] = 0
                out["target"][m, j, :n] = target / target.sum()
            weight = out["weight"][m, j] = rows.weight[r]
            if rows.verdict[r] >= 0:
                out["verdict"][m, j, rows.verdict[r]] = weight
            else:
                out["attack" if rows.attack[r] else "other"][m, j] = weight
            out["detail_known"][m, j] = rows.details[r] >= 0
            out["detail"][m, j] = np.maximum(rows.details[r], 0)
            if rows.has_evidence[r]:
                out["evidence_known"][m, j, :n], out["evidence"][m, j, :n] = 1, rows.evidence[piece]
            if teacher is not None and not np.isnan(teacher[r]):
                out["teacher"][m, j], out["trust"][m, j] = teacher[r], trust
            pair = int(rows.pair[r])
            other = waiting.setdefault(pair, j) if pair >= 0 else j
            if other != j and rows.attack[some[other]] != rows.attack[r] and pairs < b // 2:
                first, second = (other, j) if rows.attack[some[other]] else (j, other)
                out["attacks"][m, pairs], out["twins"][m, pairs] = first, second
                out["has_twins"][m, pairs] = 1
                pairs += 1
    return {name: torch.from_numpy(value) for name, value in out.items()}


class _Made(torch.utils.data.Dataset):
    """Batches made ahead, by other processes."""

    def __init__(self, plan, make):
        self.plan, self.make = plan, make

    def __len__(self):
        return len(self.plan)

    def __getitem__(self, i):
        return self.make(self.plan[i])


def _loaded(plan, make):
    workers = 10 if DEVICE == "cuda" else 0
    for batch in torch.utils.data.DataLoader(_Made(plan, make), batch_size=None, num_workers=workers):
        yield {name: value.to(DEVICE, non_blocking=True) for name, value in batch.items()}


def train(rows, weights, learners, epochs, rate, teacher=None, trust=0.0, most=32):
    """learners: for each encoder its seed, its rows, a pool and how many rows of that each epoch sees."""
    torch.manual_seed(learners[0]["seed"])
    stack = Stack(weights, [learner["seed"] for learner in learners])
    drawn = [np.random.default_rng(learner["seed"]) for learner in learners]
    pools = [rng.permutation(learner["pool"]) for learner, rng in zip(learners, drawn)]
    plan, order = [], np.random.default_rng(5)
    for epoch in range(epochs):
        each = []
        for learner, pool, rng in zip(learners, pools, drawn):
            share = [int(pool[(epoch * learner["share"] + i) % len(pool)]) for i in range(learner["share"] if len(pool) else 0)]
            each.append(batches(rows, list(learner["rows"]) + share, most, rng))
        longest = max(map(len, each))
        # At one step all encoders see texts of about the same length.
        for i in order.permutation(longest):
            plan.append([some[int(i * len(some) / longest)] for some in each])
    start = time.time()
    for i, batch in enumerate(_loaded(plan, lambda chosen: collate(rows, chosen, teacher, trust))):
        losses = stack.loss(batch, 0.5)
        losses.sum().backward()
        done = i / len(plan)
        stack.step(rate * (done / WARM_UP if done < WARM_UP else (1 - done) / (1 - WARM_UP)))
        if i % 100 == 0:
            print(f"step {i} of {len(plan)}, loss {losses.mean().item():.3f}, {time.time() - start:.0f} s", flush=True)
    return stack


@torch.no_grad()
def margins(rows, stack, chosen, most=256):
    """How far attack lies above all else, [K, rows]; NaN for what an encoder is not asked."""
    out = np.full((stack.k, rows.count), np.nan, np.float32)
    ordered = [sorted(some, key=lambda r: rows.length[r]) for some in chosen]
    longest = max(map(len, ordered))
    plan = [
        [some[len(some) * i // longest : len(some) * min(longest, i + most) // longest] or [0] for some in ordered]
        for i in range(0, longest, most)
    ]
    for part, batch in zip(plan, _loaded(plan, lambda some: collate(rows, some))):
        p = stack.run(batch, False)[0].double().log_softmax(2)
        margin = (p[:, :, 0] - p[:, :, 1:].logsumexp(2)).float().cpu().numpy()
        for k, some in enumerate(part):
            out[k, some] = margin[k, : len(some)]
    return out
