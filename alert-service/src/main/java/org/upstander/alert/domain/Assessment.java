package org.upstander.alert.domain;

import java.time.Instant;
import java.util.List;

/**
 * What one revision of a post says about one member of staff.
 *
 * @param id deterministic: the same assessment again has the same id
 * @param staffId who is meant
 * @param post the post
 * @param verdict what it says
 * @param severity 0 (no attack) to 4
 * @param score probability of an attack, 0 to 1
 * @param categories of an attack, strongest first
 * @param binding how the member of staff was recognised
 * @param spans parts of the text that weigh
 * @param spam whether the post as a whole is spam
 * @param language BCP 47, or null
 * @param model version that judged
 * @param assessedAt when
 * @param shadow the verdict by thresholds that are on trial, or null; never pages anybody
 */
public record Assessment(
        String id,
        String staffId,
        Post post,
        Verdict verdict,
        int severity,
        double score,
        List<String> categories,
        String binding,
        List<Span> spans,
        boolean spam,
        String language,
        String model,
        Instant assessedAt,
        Verdict shadow) {

    public Assessment {
        categories = List.copyOf(categories);
        spans = List.copyOf(spans);
    }

    /**
     * @param id of the post, over all revisions
     * @param revision of the content
     * @param source platform
     * @param externalId the source's id
     * @param author who wrote it
     * @param threadId where it stands, or null
     * @param threadTitle or null
     * @param url permalink, or null
     * @param postedAt by the source's clock
     * @param text only of an attack, else null
     * @param receivedAt when ingest-service took it; only of an attack, and null in older records
     */
    public record Post(
            String id,
            String revision,
            String source,
            String externalId,
            Author author,
            String threadId,
            String threadTitle,
            String url,
            Instant postedAt,
            String text,
            Instant receivedAt) {}

    /**
     * @param start first UTF-16 code unit in the text
     * @param end one past the last
     * @param category of attack
     * @param weight share of the verdict, 0 to 1
     */
    public record Span(int start, int end, String category, double weight) {}

    /** The same, with what it counts as for incidents. */
    public Assessment counting(Verdict counted, int counts) {
        return new Assessment(
                id,
                staffId,
                post,
                counted,
                counts,
                score,
                categories,
                binding,
                spans,
                spam,
                language,
                model,
                assessedAt,
                shadow);
    }

    /**
     * Whether somebody is called about it. Spam never pages: it is judged as a whole, and names
     * whoever stands in the way.
     *
     * @param fromSeverity 1 to 4
     */
    public boolean pages(int fromSeverity) {
        return verdict == Verdict.ATTACK && !spam && severity >= fromSeverity;
    }
}
