package org.upstander.scoring.suite;

import java.util.List;
import org.upstander.scoring.domain.Post;

/**
 * One case of a suite in StaffCheck's format.
 *
 * @param lang BCP 47, {@code en} where the suite does not say
 * @param function what it tests
 * @param post what is scored
 * @param expected what must come out; with several, one of them; never empty
 * @param isOpen whether several outcomes are right: then it is no part of precision and recall
 * @param spam whether it must come out as spam and attack nobody
 * @param pair id of its twin, or null
 */
public record SuiteCase(
        String id,
        String lang,
        String function,
        Post post,
        List<List<Expectation>> expected,
        boolean isOpen,
        boolean spam,
        String pair) {

    /** What is expected for one member of staff. */
    public record Expectation(
            String staff,
            String verdict,
            List<String> categories,
            int severity,
            List<String> evidence) {

        public boolean isAttack() {
            return verdict.equals("attack");
        }
    }

    public List<Expectation> expectations() {
        return expected.get(0);
    }
}
