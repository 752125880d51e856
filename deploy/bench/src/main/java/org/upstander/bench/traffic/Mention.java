package org.upstander.bench.traffic;

/**
 * What scoring-service says of a post and one of the staff.
 *
 * @param staffId who is meant
 * @param number makes the ids of post and verdict
 * @param author number of the author
 * @param thread number of the thread
 * @param verdict {@code attack}, {@code criticism}, {@code neutral} or {@code supportive}
 * @param severity 0 to 4; 0 is no attack
 * @param score probability of an attack, 0 to 1
 * @param text of an attack; null of what is none
 */
public record Mention(
        String staffId,
        long number,
        long author,
        long thread,
        String verdict,
        int severity,
        double score,
        String text) {

    static Mention harmless(
            String staffId, long number, long author, long thread, String verdict, double score) {
        return new Mention(staffId, number, author, thread, verdict, 0, score, null);
    }

    /** Insults. */
    static Mention attack(String staffId, long number, long author, long thread, String text) {
        return new Mention(staffId, number, author, thread, "attack", 2, 0.93, text);
    }

    boolean isAttack() {
        return severity > 0;
    }
}
