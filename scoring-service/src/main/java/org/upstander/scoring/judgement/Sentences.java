package org.upstander.scoring.judgement;

import java.util.Arrays;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.text.Folding;

/** Whom each sentence of a text speaks of. */
final class Sentences {
    private final boolean[] about;
    private final boolean[] aboutOthers;

    Sentences(MarkedWords words, Mention target) {
        about = about(words, target);
        aboutOthers = aboutOthers(words, about);
    }

    int count() {
        return about.length;
    }

    /** Whether it speaks of the person who is judged for. */
    boolean isAbout(int sentence) {
        return about[sentence];
    }

    /** Whether it names a colleague and not the person. */
    boolean isAboutOthers(int sentence) {
        return aboutOthers[sentence];
    }

    int countAbout() {
        int n = 0;
        for (boolean a : about) {
            n += a ? 1 : 0;
        }
        return n;
    }

    /** By a name, by "you" in an answer, by a pronoun after. */
    private static boolean[] about(MarkedWords words, Mention target) {
        boolean[] about = new boolean[words.sentences()];
        boolean any = false;
        for (int w = 0; w < words.count(); w++) {
            if (words.isTarget(w)) {
                about[words.sentence(w)] = true;
                any = true;
            }
        }
        for (int w = 0; w < words.count(); w++) {
            int s = words.sentence(w);
            boolean follows = s > 0 && about[s - 1] && !about[s];
            if (follows && Words.isThirdPerson(Folding.hash(words.slice(w)))) {
                about[s] = true;
            }
        }
        if (!any && target.spans().isEmpty()) {
            Arrays.fill(about, true);
        }
        return about;
    }

    private static boolean[] aboutOthers(MarkedWords words, boolean[] about) {
        boolean[] others = new boolean[about.length];
        for (int w = 0; w < words.count(); w++) {
            boolean colleague = words.first(w) == MarkedText.OTHER;
            others[words.sentence(w)] |= colleague && !about[words.sentence(w)];
        }
        return others;
    }
}
