package org.upstander.scoring.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.IdentifierForm;
import org.upstander.scoring.text.Lexicon;

/**
 * Recognises protected identifiers, of which only keyed hashes are known: whatever looks like one
 * is brought into normal form, hashed and looked up.
 */
final class ProtectedIndex {
    /** Hashes at most this often for one post, so that a post full of numbers costs little. */
    private static final int MAX_TRIES = 600;

    private final IdentifierHash hash;
    private final Lexicon lexicon;
    private final Map<String, List<Owner>> owners = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();

    ProtectedIndex(List<StaffMember> staff, IdentifierHash hash, Lexicon lexicon) {
        this.hash = hash;
        this.lexicon = lexicon;
        for (int i = 0; i < staff.size(); i++) {
            for (StaffMember.ProtectedIdentifier id : staff.get(i).protectedIdentifiers()) {
                owners.computeIfAbsent(id.hash(), h -> new ArrayList<>(1))
                        .add(new Owner(i, id.kind()));
                kinds.add(id.kind());
            }
        }
    }

    /**
     * @param somebodyMeant whether the post means somebody anyway; then weaker signs are followed
     */
    List<ProtectedHit> find(FoldedText text, boolean somebodyMeant) {
        if (owners.isEmpty()) {
            return List.of();
        }
        Search search = new Search(text);
        new Candidates(text, lexicon, kinds, somebodyMeant, search).offer();
        return search.hits;
    }

    private record Owner(int staff, String kind) {}

    /** The look-ups for one post. */
    private final class Search implements Candidates.Sink {
        private final FoldedText text;
        private final List<ProtectedHit> hits = new ArrayList<>(1);
        private final Set<String> tried = new HashSet<>();
        private Mac mac;

        Search(FoldedText text) {
            this.text = text;
        }

        @Override
        public void offer(String kind, String given, int start, int end) {
            IdentifierForm.of(kind, given).ifPresent(n -> lookUp(kind, n, start, end));
        }

        @Override
        public void offerPlace(String kind, int start, int end) {
            var span = text.originalSpan(start, end);
            offer(kind, text.original().substring(span.start(), span.end()), start, end);
            offer(kind, text.slice(start, end), start, end);
        }

        @Override
        public boolean isFull() {
            return tried.size() >= MAX_TRIES;
        }

        private void lookUp(String kind, String normal, int start, int end) {
            if (isFull() || !tried.add(kind + ":" + normal)) {
                return;
            }
            if (mac == null) {
                mac = hash.start();
            }
            for (Owner owner :
                    owners.getOrDefault(IdentifierHash.ofNormal(mac, kind, normal), List.of())) {
                hits.add(new ProtectedHit(owner.staff(), kind, start, end));
            }
        }
    }
}
