package org.upstander.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the selectors of an expression. It knows no more of PromQL than our own rules and panels
 * use: no subqueries and no braces within strings. Whether an expression is one at all, promtool
 * and Prometheus judge.
 */
final class PromQl {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\[[^]]*]" // a range
                            + "|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)"
                            + "|[a-z_]\\w*(?=\\s*(?:\\(|by\\b|without\\b))" // a function
                            + "|\\b(?:and|or|unless|offset)\\b"
                            + "|\\d[\\w.]*" // a number or a duration
                            + "|(?<metric>[a-zA-Z_:][\\w:]*)(?:\\{(?<matchers>[^}]*)})?");
    private static final Pattern MATCHER =
            Pattern.compile("(?<label>\\w+)\\s*(?<op>=~|!~|!=|=)\\s*\"(?<value>[^\"]*)\"");
    private static final Pattern WORDS = Pattern.compile("[\\w-]+(?:\\|[\\w-]+)*");

    private PromQl() {}

    /**
     * @param metric as in {@code up{job="x"}}
     * @param matchers in their order
     */
    record Selector(String metric, List<LabelMatcher> matchers) {}

    /**
     * @param pattern whether the value is a regular expression
     */
    record LabelMatcher(String label, boolean pattern, String value) {

        /** The words that a value is made of, or that a pattern lists; else empty. */
        List<String> words() {
            if (!pattern) {
                return List.of(value);
            }
            return WORDS.matcher(value).matches() ? List.of(value.split("\\|")) : List.of();
        }
    }

    static List<Selector> selectors(String expression) {
        List<Selector> found = new ArrayList<>();
        Matcher token = TOKEN.matcher(expression);
        while (token.find()) {
            if (token.group("metric") != null) {
                found.add(new Selector(token.group("metric"), matchers(token.group("matchers"))));
            }
        }
        return found;
    }

    private static List<LabelMatcher> matchers(String text) {
        return text == null
                ? List.of()
                : MATCHER.matcher(text).results().map(PromQl::matcher).toList();
    }

    private static LabelMatcher matcher(MatchResult one) {
        return new LabelMatcher(one.group(1), one.group(2).endsWith("~"), one.group(3));
    }
}
