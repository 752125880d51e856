package org.upstander.scoring.judgement;

import ai.djl.ndarray.NDArray;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Keeps what a training has learnt in a file, so that a broken-off one goes on from there. */
final class Checkpoint {
    private final Path file;

    Checkpoint(Path file) {
        this.file = file;
    }

    /** Fills in what was kept and returns how many epochs it had seen; 0 where there is nothing. */
    int restore(AdamW optimizer) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int epochs = in.readInt();
            optimizer.resumeAt(in.readInt());
            for (Map<String, NDArray> arrays : arrays(optimizer)) {
                for (NDArray array : arrays.values()) {
                    float[] values = new float[(int) array.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = in.readFloat();
                    }
                    array.set(FloatBuffer.wrap(values));
                }
            }
            return epochs;
        }
    }

    void keep(AdamW optimizer, int epochs) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
            out.writeInt(epochs);
            out.writeInt(optimizer.steps());
            for (Map<String, NDArray> arrays : arrays(optimizer)) {
                for (NDArray array : arrays.values()) {
                    for (float value : array.toFloatArray()) {
                        out.writeFloat(value);
                    }
                }
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** For a training that came to its end. */
    void discard() throws IOException {
        Files.deleteIfExists(file);
    }

    private static List<Map<String, NDArray>> arrays(AdamW optimizer) {
        return List.of(optimizer.weights(), optimizer.first(), optimizer.second());
    }
}
