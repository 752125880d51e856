package org.upstander.scoring.binding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
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

    private static final int MAX_TRIES_IF_NOBODY_IS_MEANT = 300;

    private final IdentifierHash hash;
    private final Lexicon lexicon;
    private final Map<Long, List<Owner>> owners = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();

    ProtectedIndex(List<StaffMember> staff, IdentifierHash hash, Lexicon lexicon) {
        this.hash = hash;
        this.lexicon = lexicon;
        for (int i = 0; i < staff.size(); i++) {
            for (StaffMember.ProtectedIdentifier id : staff.get(i).protectedIdentifiers()) {
                byte[] bytes = parse(id.hash());
                if (bytes.length >= Long.BYTES) {
                    owners.computeIfAbsent(head(bytes), h -> new ArrayList<>(1))
                            .add(new Owner(i, bytes));
                    kinds.add(id.kind());
                }
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
        Search search = new Search(text, somebodyMeant ? MAX_TRIES : MAX_TRIES_IF_NOBODY_IS_MEANT);
        new Candidates(text, lexicon, kinds, somebodyMeant, search).offer();
        return search.hits;
    }

    /** A malformed hash matches nothing: the roster's other people are still protected. */
    private static byte[] parse(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static long head(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals only
    private record Owner(int staff, byte[] hash) {}

    /** The look-ups for one post. */
    private final class Search implements Candidates.Sink {
        private final FoldedText text;
        private final int most;
        private final List<ProtectedHit> hits = new ArrayList<>(1);
        private final Set<String> tried = new HashSet<>();
        private Mac mac;

        Search(FoldedText text, int most) {
            this.text = text;
            this.most = most;
        }

        @Override
        public void offer(String kind, String given, int start, int end) {
            IdentifierForm.of(kind, given).ifPresent(n -> lookUp(kind, n, start, end));
        }

        @Override
        public void offerPlace(String kind, int start, int end) {
            var span = text.originalSpan(start, end);
            offer(kind, text.original().substring(span.start(), span.end()), start, end);
            if (!text.isPlain()) {
                // Look-alikes are seen through in the folded form only.
                offer(kind, text.slice(start, end), start, end);
            }
        }

        @Override
        public boolean isFull() {
            return tried.size() >= most;
        }

        private void lookUp(String kind, String normal, int start, int end) {
            if (isFull() || !tried.add(kind + ":" + normal)) {
                return;
            }
            if (mac == null) {
                mac = hash.start();
            }
            byte[] bytes = IdentifierHash.ofNormal(mac, kind, normal);
            for (Owner owner : owners.getOrDefault(head(bytes), List.of())) {
                if (Arrays.equals(owner.hash(), bytes)) {
                    hits.add(new ProtectedHit(owner.staff(), kind, start, end));
                }
            }
        }
    }
}
