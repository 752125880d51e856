package org.upstander.scoring.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.scoring.text.Folding;

/** Offers what looks like an e-mail address, spelled out too. */
final class MailCandidates {
    private static final Set<Integer> AT_WORDS = hashes("at arobase arroba chiocciola aet");
    private static final Set<Integer> DOT_WORDS = hashes("dot point punkt punto ponto punt");

    private static final int MOST_SIGNS = 5;
    private static final int MOST_PARTS = 5;

    private static Set<Integer> hashes(String words) {
        return Stream.of(words.split(" ")).map(Folding::hash).collect(Collectors.toSet());
    }

    private final CandidateWords words;
    private final CandidateSink sink;

    MailCandidates(CandidateWords words, CandidateSink sink) {
        this.words = words;
        this.sink = sink;
    }

    /** Around an at sign, or around a word for it with a dot behind it. */
    void offer(int t) {
        if (t + 1 < words.count() && isAtSign(t)) {
            spelled(t, t + 1);
        } else if (mayBeAt(words.start(t)) && AT_WORDS.contains(words.hash(t)) && t > 0) {
            if (t + 1 < words.count()) {
                spelled(t - 1, t + 1);
            }
        }
    }

    /** One account sign may have a space around it, or brackets. */
    private boolean isAtSign(int t) {
        int gap = words.start(t + 1) - words.end(t);
        if (gap < 1 || gap > MOST_SIGNS) {
            return false;
        }
        boolean at = false;
        for (int i = words.end(t); i < words.start(t + 1); i++) {
            char c = words.at(i);
            if (c != '@' && " ([{<>}])".indexOf(c) < 0 || c == '@' && at) {
                return false;
            }
            at |= c == '@';
        }
        return at;
    }

    /**
     * @param left the last word before the sign
     * @param right the first behind it
     */
    private void spelled(int left, int right) {
        List<Part> hosts = hosts(right);
        StringBuilder user = new StringBuilder(words.slice(left, left));
        int from = left;
        offer(user, from, hosts);
        while (from > 0 && left - from < MOST_PARTS) {
            if (from > 1 && isDot(from - 1)) {
                from -= 2;
                user.insert(0, '.').insert(0, words.slice(from, from));
            } else {
                String joint = joint(from - 1);
                if (joint == null) {
                    break;
                }
                from--;
                user.insert(0, joint).insert(0, words.slice(from, from));
            }
            offer(user, from, hosts);
        }
    }

    /**
     * What may be the part of an address behind the sign.
     *
     * @param to its last word
     */
    private record Part(String text, int to) {}

    /** The shorter ones too: the dot behind an address may be the sentence's. */
    private List<Part> hosts(int first) {
        List<Part> hosts = new ArrayList<>(2);
        StringBuilder host = new StringBuilder(words.slice(first, first));
        int to = first;
        boolean dotted = false;
        while (to + 1 < words.count() && to - first < MOST_PARTS) {
            boolean dot = to + 2 < words.count() && isDot(to + 1);
            String joint = dot ? "." : joint(to);
            if (!".".equals(joint) && !"-".equals(joint)) {
                break;
            }
            to += dot ? 2 : 1;
            host.append(joint).append(words.slice(to, to));
            dotted |= joint.equals(".");
            if (dotted) {
                hosts.add(new Part(host.toString(), to));
            }
        }
        return hosts;
    }

    private void offer(StringBuilder user, int from, List<Part> hosts) {
        for (Part host : hosts) {
            String address = user + "@" + host.text();
            sink.offer("email", address, words.start(from), words.end(host.to()));
        }
    }

    /** The sign between a word and the next, empty for a space; null where they do not belong. */
    private String joint(int t) {
        String gap = words.range(words.end(t), words.start(t + 1)).strip();
        return gap.length() <= 1 && (gap.isEmpty() || "._-+".contains(gap)) ? gap : null;
    }

    /** Spares nearly every word the look-up. */
    private boolean mayBeAt(int start) {
        return words.at(start) == 'a' || words.at(start) == 'c';
    }

    private boolean isDot(int t) {
        return DOT_WORDS.contains(words.hash(t));
    }
}
