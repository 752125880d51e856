package org.upstander.scenarios.story;

import java.util.List;
import java.util.Locale;
import org.upstander.alert.domain.Verdict;

/**
 * What scoring would say of a post. Whatever is left out is what is usual of the verdict.
 *
 * @param verdict {@code attack}, {@code criticism}, {@code neutral} or {@code supportive}
 * @param severity 0 to 4
 * @param score probability of an attack
 * @param binding how the member of staff was recognised
 * @param categories of an attack
 * @param spam whether the post is spam as a whole
 */
public record Scored(
        String verdict,
        Integer severity,
        Level score,
        String binding,
        List<String> categories,
        Boolean spam) {

    static final List<String> BINDINGS =
            List.of(
                    "reply",
                    "handle",
                    "name",
                    "nickname",
                    "variant",
                    "role",
                    "pronoun",
                    "protected");
    static final List<String> CATEGORIES =
            List.of(
                    "insult",
                    "demeaning",
                    "threat",
                    "doxxing",
                    "sexual",
                    "identity",
                    "stalking",
                    "incitement",
                    "defamation",
                    "extortion");

    static final Scored NEUTRAL = new Scored("neutral", null, null, null, null, null);

    public Scored {
        verdict = verdict == null ? "neutral" : verdict.toLowerCase(Locale.ROOT);
        boolean attack = verdict.equals("attack");
        severity = severity == null ? (attack ? 2 : 0) : severity;
        score = score == null ? Level.of(usual(verdict)) : score;
        binding = binding == null ? "handle" : binding;
        categories =
                categories == null
                        ? (attack ? List.of("insult") : List.of())
                        : List.copyOf(categories);
        spam = spam != null && spam;
    }

    /** The verdict as a constant. */
    public Verdict says() {
        return Verdict.of(verdict).orElseThrow();
    }

    private static double usual(String verdict) {
        return switch (verdict) {
            case "attack" -> 0.9;
            case "criticism" -> 0.15;
            case "supportive" -> 0.02;
            default -> 0.05;
        };
    }
}
