package org.upstander.scoring.judgement;

/** A pretrained encoder that Maven brings: ONNX files and a vocabulary within a jar. */
enum EncoderKind {
    MINILM("all-minilm-l6-v2", 6),
    BGE("bge-small-en-v1.5", 12),
    E5("e5-small-v2", 12);

    static final int WIDTH = 384;
    static final int HEADS = 12;

    private final String file;
    private final int layers;

    EncoderKind(String file, int layers) {
        this.file = file;
        this.layers = layers;
    }

    int layers() {
        return layers;
    }

    /** Name of the resource with weights of 32 bits. */
    String weights() {
        return file + ".onnx";
    }

    /** Name of the resource with weights of 8 bits. */
    String quantised() {
        return file + "-q.onnx";
    }

    String vocabulary() {
        return file + "-tokenizer.json";
    }
}
