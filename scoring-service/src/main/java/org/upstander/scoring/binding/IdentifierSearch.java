package org.upstander.scoring.binding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import org.upstander.scoring.domain.FoldedText;

/** The look-ups for one text, at most so many. */
final class IdentifierSearch extends CandidateSink {
    private final IdentifierHash hash;
    private final Function<byte[], List<Integer>> owners;
    private final int most;
    private final List<ProtectedHit> hits = new ArrayList<>(1);
    private final Set<String> found = new HashSet<>(1);
    private final Set<String> tried = new HashSet<>();
    private Mac mac;

    /**
     * @param owners whose a hash is
     * @param most how often to hash
     */
    IdentifierSearch(
            FoldedText text,
            IdentifierHash hash,
            Function<byte[], List<Integer>> owners,
            int most) {
        super(text);
        this.hash = hash;
        this.owners = owners;
        this.most = most;
    }

    /** Each identifier at its first place, once for each owner. */
    List<ProtectedHit> hits() {
        return hits;
    }

    /** What was found, as {@code kind:normal form}. */
    Set<String> found() {
        return found;
    }

    @Override
    boolean isFull() {
        return tried.size() >= most;
    }

    @Override
    void normal(String kind, String normal, int start, int end) {
        String key = kind + ":" + normal;
        if (isFull() || !tried.add(key)) {
            return;
        }
        if (mac == null) {
            mac = hash.start();
        }
        for (int staff : owners.apply(IdentifierHash.ofNormal(mac, kind, normal))) {
            hits.add(new ProtectedHit(staff, kind, start, end));
            found.add(key);
        }
    }
}
