package org.upstander.scoring.binding;

import java.util.Map;
import java.util.Set;

/** Offers what looks like an account. */
final class HandleCandidates {
    private static final Set<String> ACCOUNT_CUES =
            Set.of(
                    "under",
                    "handle",
                    "account",
                    "alt",
                    "user",
                    "username",
                    "insta",
                    "instagram",
                    "twitter",
                    "tiktok",
                    "reddit",
                    "facebook",
                    "fb",
                    "ig",
                    "snap",
                    "snapchat",
                    "mastodon",
                    "bluesky",
                    "discord",
                    "profile",
                    "blog");

    private static final Map<String, String> SIGN_WORDS =
            Map.of(
                    "dot", ".",
                    "punkt", ".",
                    "punto", ".",
                    "ponto", ".",
                    "point", ".",
                    "underscore", "_",
                    "unterstrich", "_",
                    "guion", "_",
                    "dash", "-",
                    "hyphen", "-");

    private final CandidateWords words;
    private final boolean somebodyMeant;
    private final CandidateSink sink;

    HandleCandidates(CandidateWords words, boolean somebodyMeant, CandidateSink sink) {
        this.words = words;
        this.somebodyMeant = somebodyMeant;
        this.sink = sink;
    }

    /** "kal dot offduty", "keahi underscore surfs": signs written as words. */
    private void spelled(int sign) {
        String read = SIGN_WORDS.get(words.slice(sign, sign));
        if (read == null || sign == 0 || sign + 1 >= words.count()) {
            return;
        }
        int start = words.start(sign - 1);
        int end = words.end(sign + 1);
        String before = words.slice(sign - 1, sign - 1);
        sink.offer("handle", before + read + words.slice(sign + 1, sign + 1), start, end);
        if (sign + 2 < words.count()) {
            String rest = words.slice(sign + 1, sign + 2).replace(" ", "");
            sink.offer("handle", before + read + rest, start, words.end(sign + 2));
        }
    }

    /** Words with signs in them, after an at sign, after a word that announces an account. */
    void offer(int t) {
        spelled(t);
        boolean uncommon = !words.isCommon(t);
        int from = words.start(t);
        int to = words.end(t);
        if (from > 0 && CandidateWords.isAccount(words.at(from - 1)) && words.at(from - 1) != '+') {
            return;
        }
        while (to < words.length() && CandidateWords.isAccount(words.at(to))) {
            to++;
        }
        boolean signs = to > words.end(t) + 1;
        boolean addressed = from > 0 && words.at(from - 1) == '@';
        boolean announced = uncommon && t > 0 && ACCOUNT_CUES.contains(words.slice(t - 1, t - 1));
        boolean unusual = uncommon && somebodyMeant && to - from >= 5;
        if (signs || addressed || announced || unusual) {
            sink.offerPlace("handle", from, to);
        }
    }
}
