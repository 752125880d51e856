package org.upstander.scoring.binding;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.scoring.text.Folding;

/** Offers what looks like an e-mail address, spelled out too. */
final class MailCandidates {
    private static final Set<Integer> AT_WORDS = hashes("at arobase arroba chiocciola aet");
    private static final Set<Integer> DOT_WORDS = hashes("dot point punkt punto ponto punt");

    private static Set<Integer> hashes(String words) {
        return Stream.of(words.split(" ")).map(Folding::hash).collect(Collectors.toSet());
    }

    private final CandidateWords words;
    private final CandidateSink sink;

    MailCandidates(CandidateWords words, CandidateSink sink) {
        this.words = words;
        this.sink = sink;
    }

    /** Around an at sign, or around the word "at" with a "dot" behind it. */
    void offer(int t) {
        int end = words.end(t);
        if (end < words.length() && words.at(end) == '@') {
            int from = words.start(t);
            while (from > 0 && CandidateWords.isAccount(words.at(from - 1))) {
                from--;
            }
            int to = end + 1;
            while (to < words.length() && CandidateWords.isAccount(words.at(to))) {
                to++;
            }
            sink.offerPlace("email", from, to);
        } else if (mayBeAt(words.start(t)) && AT_WORDS.contains(words.hash(t))) {
            spelledMail(t);
        }
    }

    private void spelledMail(int at) {
        if (at == 0 || at + 3 >= words.count() || !isDot(at + 2)) {
            return;
        }
        int from = at - 1;
        while (from >= 2 && isDot(from - 1)) {
            from -= 2;
        }
        int to = at + 3;
        while (to + 2 < words.count() && isDot(to + 1)) {
            to += 2;
        }
        int start = words.start(from);
        while (start > 0 && CandidateWords.isAccount(words.at(start - 1))) {
            start--;
        }
        StringBuilder mail = new StringBuilder(words.range(start, words.start(from)));
        for (int t = from; t <= to; t++) {
            mail.append(t == at ? "@" : isDot(t) ? "." : words.slice(t, t));
        }
        sink.offer("email", mail.toString(), start, words.end(to));
    }

    /** Spares nearly every word the look-up. */
    private boolean mayBeAt(int start) {
        return words.at(start) == 'a' || words.at(start) == 'c';
    }

    private boolean isDot(int t) {
        return DOT_WORDS.contains(words.hash(t));
    }
}
