package org.upstander.ingest.application.delivery;

import java.time.Duration;
import java.util.List;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Signal;

/** What became of a delivery. */
public sealed interface Outcome {

    /** No source of this id takes deliveries. */
    record NoSource() implements Outcome {

        @Override
        public String kind() {
            return "no-source";
        }
    }

    /**
     * Nothing shows that the platform sent it.
     *
     * @param proof anything but {@link Proof#VALID}
     * @param silent whether who sent it is not to know
     */
    record NotProven(Proof proof, boolean silent) implements Outcome {

        public NotProven(Proof proof) {
            this(proof, false);
        }

        @Override
        public String kind() {
            return "not-proven";
        }
    }

    /**
     * It is proven, but not of the platform's form.
     *
     * @param pointer JSON Pointer of the field, empty for the whole
     * @param fix what should stand there
     */
    record NotReadable(String pointer, String fix) implements Outcome {

        @Override
        public String kind() {
            return "not-readable";
        }
    }

    /** Its source is paused: it is not taken, and will not come again. */
    record Paused() implements Outcome {

        @Override
        public String kind() {
            return "paused";
        }
    }

    /**
     * Its source brought more than it may: it is not taken, and may come again.
     *
     * @param pause until then
     */
    record Flooded(Duration pause) implements Outcome {

        @Override
        public String kind() {
            return "flooded";
        }
    }

    /** It was taken before. */
    record Again() implements Outcome {

        @Override
        public String kind() {
            return "again";
        }
    }

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

        @Override
        public String kind() {
            return "taken";
        }
    }

    /** It says something that is neither a post nor a signal. */
    record Heard(Said said) implements Outcome {

        @Override
        public String kind() {
            if (said instanceof Said.Gap) {
                return "gap";
            }
            return said instanceof Said.Handshake ? "handshake" : "nothing";
        }
    }

    /** For metrics: {@code taken}, {@code not-proven} and the like. */
    String kind();
}
