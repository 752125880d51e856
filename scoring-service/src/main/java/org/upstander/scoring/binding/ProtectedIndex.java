package org.upstander.scoring.binding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.Lexicon;

/**
 * Recognises protected identifiers, of which only keyed hashes are known: whatever looks like one
 * is brought into normal form, hashed and looked up.
 */
final class ProtectedIndex {
    /** Hashes at most this often for one post, so that a post full of numbers costs little. */
    private static final int MAX_TRIES = 600;

    private static final int MAX_TRIES_IF_NOBODY_IS_MEANT = 300;

    /** For what is to be shown: few posts are, and decoys must not hide a number in them. */
    private static final int MAX_TRIES_BEFORE_SHOWING = 5000;

    private final IdentifierHash hash;
    private final Lexicon lexicon;
    private final IdentifierOwners owners;
    private final Set<String> kinds;

    ProtectedIndex(List<StaffMember> staff, IdentifierHash hash, Lexicon lexicon) {
        this.hash = hash;
        this.lexicon = lexicon;
        owners = new IdentifierOwners(staff);
        kinds =
                staff.stream()
                        .flatMap(member -> member.protectedIdentifiers().stream())
                        .map(StaffMember.ProtectedIdentifier::kind)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whose identifiers the text exposes, each at its first place.
     *
     * @param somebodyMeant whether the post means somebody anyway; then weaker signs are followed
     */
    List<ProtectedHit> find(FoldedText text, boolean somebodyMeant) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        int most = somebodyMeant ? MAX_TRIES : MAX_TRIES_IF_NOBODY_IS_MEANT;
        return search(text, somebodyMeant, most).hits();
    }

    /** Every place of every identifier that the text exposes, whatever its spelling there. */
    List<Span> places(FoldedText text) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        IdentifierSearch wide = search(text, true, MAX_TRIES_BEFORE_SHOWING);
        Set<String> found = new HashSet<>(wide.found());
        if (wide.isFull()) {
            // Weaker signs may have used up the tries that a stronger one further on needs.
            found.addAll(search(text, false, MAX_TRIES_BEFORE_SHOWING).found());
        }
        if (found.isEmpty()) {
            return List.of();
        }
        Set<String> itsKinds =
                found.stream()
                        .map(one -> one.substring(0, one.indexOf(':')))
                        .collect(Collectors.toSet());
        ExposedPlaces places = new ExposedPlaces(text, found);
        new Candidates(text, lexicon, itsKinds, true, places).offer();
        return places.places();
    }

    private IdentifierSearch search(FoldedText text, boolean somebodyMeant, int most) {
        IdentifierSearch search = new IdentifierSearch(text, hash, owners::of, most);
        new Candidates(text, lexicon, kinds, somebodyMeant, search).offer();
        return search;
    }
}
