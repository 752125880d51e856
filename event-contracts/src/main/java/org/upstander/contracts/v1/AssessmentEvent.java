package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * What one revision of a post says about one member of staff. Every mention yields one, also a
 * neutral one.
 *
 * @param assessmentId deterministic from (postId, revision, staffId, model): 32 lower-case hex
 *     digits
 * @param postId see {@link PostEvent#postId()}
 * @param revision see {@link PostEvent#revision()}
 * @param staffId who is meant
 * @param source platform of the post
 * @param externalId the source's id of the post
 * @param author who wrote the post
 * @param thread where it stands, or null
 * @param url permalink, {@code http} or {@code https}, or null
 * @param postedAt when this revision was written, by the source's clock
 * @param assessedAt when it was judged
 * @param verdict {@code attack, criticism, neutral} or {@code supportive}
 * @param severity 0 (no attack) to 4 (credible threat, private data exposed)
 * @param score probability that the person is attacked, 0 to 1
 * @param categories of an attack, strongest first; empty otherwise
 * @param binding how the staff member was recognised
 * @param evidence parts of the text that weigh, at most 100; offsets are UTF-16 code units of the
 *     post's text
 * @param spam whether the post as a whole is spam; spam never attacks
 * @param language BCP 47, or null where unknown
 * @param model version of the model that judged
 * @param text the post's text, only with verdict {@code attack}: the evidence; null otherwise
 * @param shadow the verdict by thresholds that are on trial; pages nobody, whatever it says; null
 *     while none are
 * @param receivedAt see {@link PostEvent#receivedAt()}, only with verdict {@code attack}: where the
 *     post's original is looked for; null otherwise, and in older records
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssessmentEvent(
        String assessmentId,
        String postId,
        String revision,
        String staffId,
        String source,
        String externalId,
        Author author,
        PostEvent.Thread thread,
        String url,
        Instant postedAt,
        Instant assessedAt,
        String verdict,
        int severity,
        double score,
        List<CategoryScore> categories,
        Binding binding,
        List<Evidence> evidence,
        boolean spam,
        String language,
        String model,
        String text,
        String shadow,
        Instant receivedAt) {

    /**
     * @param name {@code insult, demeaning, threat, doxxing, sexual, identity, stalking,
     *     incitement, defamation} or {@code extortion}
     * @param score 0 to 1
     */
    public record CategoryScore(String name, double score) {}

    /**
     * @param how {@code reply, handle, name, nickname, variant, role, pronoun} or {@code protected}
     * @param text the words that bound, cut to 256 UTF-16 code units; left out for {@code
     *     protected}, which must not be repeated
     * @param start first UTF-16 code unit in the post's text
     * @param end one past the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Binding(String how, String text, int start, int end) {}

    /**
     * @param start first UTF-16 code unit in the post's text
     * @param end one past the last
     * @param category see {@link CategoryScore#name()}
     * @param weight share of the verdict, 0 to 1
     */
    public record Evidence(int start, int end, String category, double weight) {}
}
