package org.upstander.scoring.judgement;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How the margins of two models make one calibrated probability, by logistic regression on posts
 * that neither was trained on.
 *
 * @param version of the whole, part of every assessment's id
 * @param encoder weight of the encoder's margin
 * @param linear weight of the linear model's
 * @param offset added to both
 */
record Blend(String version, float encoder, float linear, float offset) {
    private static final int MAGIC = 0x55505345;

    static Blend read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("Not the heads of this version; train them again");
        }
        return new Blend(in.readUTF(), in.readFloat(), in.readFloat(), in.readFloat());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeUTF(version);
        out.writeFloat(encoder);
        out.writeFloat(linear);
        out.writeFloat(offset);
    }

    /** Probability of an attack, 0 to 1. */
    double attack(double encoderMargin, double linearMargin) {
        return 1 / (1 + Math.exp(-(encoder * encoderMargin + linear * linearMargin + offset)));
    }
}
