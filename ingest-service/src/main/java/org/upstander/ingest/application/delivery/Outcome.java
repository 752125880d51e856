package org.upstander.ingest.application.delivery;

import java.util.List;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Signal;

/** What became of a delivery. */
public sealed interface Outcome {

    /** No source of this id takes deliveries. */
    record NoSource() implements Outcome {}

    /**
     * Nothing shows that the platform sent it.
     *
     * @param proof anything but {@link Proof#VALID}
     */
    record NotProven(Proof proof) implements Outcome {}

    /**
     * It is proven, but not of the platform's form.
     *
     * @param pointer JSON Pointer of the field, empty for the whole
     * @param fix what should stand there
     */
    record NotReadable(String pointer, String fix) implements Outcome {}

    /** Its source is paused: it is not taken, and will not come again. */
    record Paused() implements Outcome {}

    /** It was taken before. */
    record Again() implements Outcome {}

    /**
     * All that is good of it is stored.
     *
     * @param bare whether the platform wants an empty answer
     */
    record Taken(List<Admission<Post>> posts, List<Admission<Signal>> signals, boolean bare)
            implements Outcome {

        public Taken {
            posts = List.copyOf(posts);
            signals = List.copyOf(signals);
        }
    }

    /** It says something that is neither a post nor a signal. */
    record Heard(Said said) implements Outcome {}

    /** For metrics: {@code taken}, {@code not-proven} and the like. */
    default String kind() {
        if (this instanceof Heard heard) {
            return heard.said() instanceof Said.Gap
                    ? "gap"
                    : heard.said() instanceof Said.Handshake ? "handshake" : "nothing";
        }
        if (this instanceof NotProven) {
            return "not-proven";
        }
        if (this instanceof NotReadable) {
            return "not-readable";
        }
        if (this instanceof Taken) {
            return "taken";
        }
        if (this instanceof Again) {
            return "again";
        }
        return this instanceof Paused ? "paused" : "no-source";
    }
}
