package org.upstander.scoring.binding;

import java.util.Set;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Lexicon;

/**
 * Offers what in a text looks like a protected identifier of some kinds, word by word: so that
 * where a sink is full, what comes first was looked at for every kind.
 */
final class Candidates {
    private final CandidateWords words;
    private final Set<String> kinds;
    private final CandidateSink sink;
    private final PhoneCandidates phones;
    private final StreetCandidates streets;
    private final MailCandidates mails;
    private final HandleCandidates handles;
    private final NameCandidates names;

    /**
     * @param kinds of identifiers that are on the roster
     * @param somebodyMeant whether the post means somebody anyway; then weaker signs are followed
     */
    Candidates(
            FoldedText text,
            Lexicon lexicon,
            Set<String> kinds,
            boolean somebodyMeant,
            CandidateSink sink) {
        this.words = new CandidateWords(text, lexicon);
        this.kinds = kinds;
        this.sink = sink;
        this.phones = new PhoneCandidates(words, sink);
        this.streets = new StreetCandidates(words, somebodyMeant, sink);
        this.mails = new MailCandidates(words, sink);
        this.handles = new HandleCandidates(words, somebodyMeant, sink);
        this.names = new NameCandidates(words, sink);
    }

    void offer() {
        boolean phone = kinds.contains("phone");
        boolean mail = kinds.contains("email");
        boolean handle = kinds.contains("handle");
        boolean street = kinds.contains("street");
        boolean name = kinds.contains("name");
        for (int t = 0; t < words.count() && !sink.isFull(); t++) {
            boolean digit =
                    CandidateWords.isDigit(words.at(words.start(t)))
                            || NumberWords.contains(words.hash(t));
            if (phone && digit) {
                phones.offer(t);
            }
            if (street && digit) {
                streets.offerNumber(t);
            }
            if (mail) {
                mails.offer(t);
            }
            if (handle) {
                handles.offer(t);
            }
            if (name) {
                names.offer(t);
            }
            if (street && !digit) {
                streets.offerName(t);
            }
        }
    }
}
