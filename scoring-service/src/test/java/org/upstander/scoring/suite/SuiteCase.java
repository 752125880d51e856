package org.upstander.scoring.suite;

import java.util.List;
import org.upstander.scoring.domain.Post;

/**
 * One case of a suite in StaffCheck's format.
 *
 * @param function what it tests
 * @param post what is scored
 * @param expected what must come out; with several, one of them; never empty
 * @param isOpen whether several outcomes are right: then it is no part of precision and recall
 * @param spam whether it must come out as spam and attack nobody
 * @param pair id of its twin, or null
 */
record SuiteCase(
        String id,
        String function,
        Post post,
        List<List<Expectation>> expected,
        boolean isOpen,
        boolean spam,
        String pair) {

    /** What is expected for one member of staff. */
    record Expectation(String staff, String verdict, List<String> categories, int severity) {

        boolean isAttack() {
            return verdict.equals("attack");
        }
    }

    List<Expectation> expectations() {
        return expected.get(0);
    }
}
