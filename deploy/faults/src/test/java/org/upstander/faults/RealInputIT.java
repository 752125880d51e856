package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.faults.RealComments.Comment;
import org.upstander.standalone.Service;

/**
 * A tool more than a test: real comments through the packaged services, with the ten people most
 * mentioned in them as staff. Prints counts and ids, never a text. Runs only where a file is given,
 * by its absolute path; {@code -Dupstander.real.staff=} makes more people staff:
 *
 * <pre>
 * mvn verify -pl deploy/faults -am -Dtest=None -Dit.test=RealInputIT -Dupstander.real.input=FILE \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
 * </pre>
 */
@EnabledIfSystemProperty(named = "upstander.real.input", matches = ".+")
class RealInputIT {
    private static final String SOURCE = "github";
    private static final int STAFF = Integer.getInteger("upstander.real.staff", 10);
    private static final int BATCH = 250;

    @TempDir Path directory;

    @Test
    void realCommentsAreAllAssessedAndOnlyAttacksPage() throws Exception {
        // Given
        RealComments comments =
                RealComments.read(Path.of(System.getProperty("upstander.real.input")));
        Set<String> staff = comments.mostMentioned(STAFF);
        try (Rig rig = Rig.started(directory)) {
            rig.community.contact("lead", List.of(Community.mail("lead@example.org")));
            staff.forEach(handle -> enrol(rig, handle));
            staff.forEach(handle -> rig.awaitBound("@" + handle));
            double scoredBefore = scored(rig);

            // When
            int accepted = send(rig, comments.all());

            // Then
            Rig.soon().until(() -> scored(rig) - scoredBefore >= accepted);
            Set<String> expected = new HashSet<>();
            comments.all().stream()
                    .filter(c -> c.mentionsOneOf(staff))
                    .forEach(c -> expected.add(c.id()));
            Rig.soon().untilAsserted(() -> assertThat(assessedPosts(rig)).containsAll(expected));
            List<JsonNode> assessments = rig.api.list("/v1/assessments");
            long attacks = assessments.stream().filter(RealInputIT::isAttack).count();
            Rig.soon()
                    .untilAsserted(
                            () ->
                                    assertThat(rig.mail.getReceivedMessages())
                                            .hasSizeGreaterThanOrEqualTo(attacks > 0 ? 1 : 0));
            List<JsonNode> incidents = rig.api.list("/v1/incidents");
            report(comments.all(), staff, accepted, assessments, incidents.size(), rig);
            assertThat(accepted).isEqualTo(comments.all().size());
            assertThat(incidents).hasSizeLessThanOrEqualTo((int) attacks);
        }
    }

    private static void enrol(Rig rig, String handle) {
        ObjectNode staff = Api.JSON.createObjectNode();
        staff.put("displayName", handle);
        staff.putArray("names").add(handle);
        staff.putArray("handles").addObject().put("platform", SOURCE).put("handle", handle);
        staff.putObject("escalation").put("contactId", "lead");
        rig.api.put("/v1/staff/" + handle, staff).expect(200, 201);
    }

    /** Each comment by an author and in a thread of its own: the set does not say either. */
    private static int send(Rig rig, List<Comment> comments) {
        int accepted = 0;
        for (int from = 0; from < comments.size(); from += BATCH) {
            ArrayNode posts = Api.JSON.createArrayNode();
            comments.subList(from, Math.min(comments.size(), from + BATCH))
                    .forEach(c -> posts.add(post(c)));
            accepted += accepted(rig, posts);
        }
        return accepted;
    }

    /** Sent again after a 503, as the answer asks for; the same posts again are harmless. */
    private static int accepted(Rig rig, ArrayNode posts) {
        AtomicInteger accepted = new AtomicInteger();
        Rig.soon()
                .until(
                        () -> {
                            Api.Answer answer = rig.api.post(Service.INGEST, "/v1/posts", posts);
                            if (answer.status() != 202) {
                                return false;
                            }
                            accepted.set(answer.json().get("accepted").asInt());
                            return true;
                        });
        return accepted.get();
    }

    private static ObjectNode post(Comment comment) {
        ObjectNode post =
                Community.post(
                        comment.id(), "author-" + comment.id(), comment.id(), comment.text());
        return post.put("source", SOURCE);
    }

    private static double scored(Rig rig) {
        return rig.api
                .metrics(Service.SCORING)
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith("upstander_scoring_posts_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Set<String> assessedPosts(Rig rig) {
        Set<String> ids = new HashSet<>();
        rig.api.list("/v1/assessments").forEach(a -> ids.add(externalId(a)));
        return ids;
    }

    private static String externalId(JsonNode assessment) {
        return assessment.get("externalId").asText();
    }

    private static boolean isAttack(JsonNode assessment) {
        return assessment.get("verdict").asText().equals("attack");
    }

    private static void report(
            List<Comment> comments,
            Set<String> staff,
            int accepted,
            List<JsonNode> assessments,
            int incidents,
            Rig rig)
            throws Exception {
        Set<String> flagged = new HashSet<>();
        Map<String, Integer> verdicts = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (JsonNode one : assessments) {
            verdicts.merge(one.get("verdict").asText(), 1, Integer::sum);
            if (isAttack(one)) {
                flagged.add(externalId(one));
            }
        }
        List<Comment> about = comments.stream().filter(c -> c.mentionsOneOf(staff)).toList();
        List<Comment> attacks = about.stream().filter(Comment::attack).toList();
        lines.add("sent %d, accepted %d".formatted(comments.size(), accepted));
        lines.add(
                "comments that mention staff %d, attacks among them %d"
                        .formatted(about.size(), attacks.size()));
        lines.add("assessments %d, by verdict %s".formatted(assessments.size(), verdicts));
        lines.add(
                "attacks found %d"
                        .formatted(attacks.stream().filter(c -> flagged.contains(c.id())).count()));
        lines.add(
                "incidents %d, mails %d"
                        .formatted(incidents, rig.mail.getReceivedMessages().length));
        for (Comment c : comments) {
            boolean hit = flagged.contains(c.id());
            if (hit || c.attack() && c.mentionsOneOf(staff)) {
                lines.add((hit ? c.attack() ? "found " : "false alarm " : "missed ") + c.id());
            }
        }
        assessments.stream()
                .filter(RealInputIT::isAttack)
                .forEach(
                        a ->
                                lines.add(
                                        externalId(a)
                                                + " "
                                                + a.get("score")
                                                + " "
                                                + a.get("severity")
                                                + " "
                                                + a.get("categories")
                                                + " "
                                                + a.at("/binding/how")));
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "real-input.txt"), lines);
    }
}
