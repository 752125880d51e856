package org.upstander.ingest.poll.reddit;

import java.time.Duration;
import org.upstander.ingest.fetch.Fetched;

/** How often Reddit lets itself be asked, of which each answer says what is left. */
final class RedditLimit {

    private RedditLimit() {}

    /** How long to wait until it may be asked again; zero where it may be. */
    static Duration pause(Fetched.Answer answer) {
        double remaining = number(answer.header("x-ratelimit-remaining"), 1);
        double reset = number(answer.header("x-ratelimit-reset"), 0);
        return remaining < 1 && reset > 0
                ? Duration.ofSeconds((long) Math.ceil(reset))
                : Duration.ZERO;
    }

    /** Written with a fraction at times. */
    private static double number(String header, double otherwise) {
        try {
            return header == null ? otherwise : Double.parseDouble(header);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
