package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Reshape;
import org.upstander.alert.application.Transition;
import org.upstander.infrastructure.InfrastructureResource;

/** What many are is known only at the eighth: by then seven have opened incidents of their own. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class LatePileOnIT extends PatternTestBase {

    private static final String SMEAR =
            "the organiser takes money from the players whom she lets win and everybody knows it";

    @Inject Reshape reshape;

    @Test
    void theIncidentsOfTheFirstSevenAreTakenIn() {
        // Given
        sayAndWait(attacks(0, 7));
        everybodyIsCalled();
        assertThat(live()).hasSize(7);

        // When
        sayAndWait(attacks(7, 8));

        // Then
        assertThat(live()).containsExactly("2 pile-on 8 posts, 8 authors, forum");
        everybodyIsCalled();
        assertThat(
                        column(
                                "select distinct concat_ws(' ', state, resolution, resolved_by, merged_into) from incident"
                                        + " where staff_id = ? and merged_into is not null",
                                staffId))
                .containsExactly("resolved merged Upstander " + pileOn());
        assertThat(timeline("incident_id = '" + pileOn() + "'"))
                .anyMatch(
                        said ->
                                said.matches(
                                        "Upstander merged (in_\\S+, ){6}in_\\S+ into it: part of the same pile-on\\."));
        assertThat(timeline("incident_id <> '" + pileOn() + "'"))
                .filteredOn(said -> said.contains("merged"))
                .hasSize(7)
                .containsOnly(
                        "Upstander merged it into " + pileOn() + ": part of the same pile-on.");
    }

    @Test
    void nobodyIsCalledAboutWhatWasTakenIn() {
        // Given
        sayAndWait(attacks(0, 7));
        everybodyIsCalled();

        // When
        sayAndWait(attacks(7, 8));
        everybodyIsCalled();
        now(acknowledge.acknowledge(pileOn(), "Lea", "On it"));
        forward(ofHours(2));

        // Then: neither a step of a policy nor a page that waits for its channel is left
        assertThat(waiting("page")).isEmpty();
        assertThat(waiting("delivery")).isEmpty();
    }

    @Test
    void whatComesAgainChangesNothingAndWhatFollowsJoins() {
        // Given
        sayAndWait(attacks(0, 8));
        String pileOn = pileOn();

        // When
        sayAndWait(attacks(0, 8));
        sayAndWait(Said.attack("again", "author-0", clock.instant()).in("t-0"));

        // Then
        assertThat(live()).containsExactly("2 pile-on 9 posts, 8 authors, forum");
        assertThat(pileOn()).isEqualTo(pileOn);
    }

    @Test
    void acknowledgedOnesAreTakenInAndResolvedOnesAreNot() {
        // Given
        sayAndWait(attacks(0, 7));
        now(acknowledge.acknowledge(incidentOf("author-0"), "Lea", "On it"));
        now(resolve.resolve(incidentOf("author-1"), "Lea", "handled", "Done"));

        // When
        sayAndWait(attacks(7, 8));

        // Then
        assertThat(live())
                .containsExactlyInAnyOrder(
                        "1  1 posts, 1 authors, forum", "2 pile-on 7 posts, 7 authors, forum");
        assertThat(column("select state from incident where id = ?", pileOn()))
                .containsExactly("open");
    }

    @Test
    void whoeverWasAtHerBeforeKeepsACaseOfTheirOwn() {
        // Given
        sayAndWait(Said.attack("before", "author-0", ago(ofHours(9))).in("t-0"));
        sayAndWait(attacks(0, 7));

        // When
        sayAndWait(attacks(7, 8));

        // Then
        assertThat(live())
                .containsExactlyInAnyOrder(
                        "1  2 posts, 1 authors, forum", "2 pile-on 7 posts, 7 authors, forum");
    }

    @Test
    void whatSomebodyTookOutStaysOut() {
        // Given
        sayAndWait(attacks(0, 8));
        Transition taken = now(reshape.split(pileOn(), List.of(staffId + "-0"), List.of(), "Lea"));
        String part = ((Transition.Changed) taken).incident().id();

        // When
        sayAndWait(attacks(8, 10));

        // Then
        assertThat(column("select merged_into from incident where id = ?", part))
                .containsExactly((String) null);
        assertThat(live()).hasSize(2);
    }

    @Test
    void aCampaignThatIsAcknowledgedPagesForTheOpenOneThatItTakesIn() {
        // Given
        sayAndWait(smear("ash", "forum", 30));
        sayAndWait(smear("elm", "forum", 20));
        pages(2);
        now(acknowledge.acknowledge(incidentOf("elm"), "Lea", "On it"));

        // When
        sayAndWait(smear("brim", "news", 10));

        // Then
        pages(3);
        assertThat(live()).containsExactly("2 campaign 3 posts, 3 authors, forum+news");
        assertThat(timeline("true")).contains("It took in what nobody had acknowledged");
    }

    @Test
    void aCampaignThatIsOpenTakesTheAcknowledgedOneIn() {
        // Given
        sayAndWait(smear("ash", "forum", 30));
        sayAndWait(smear("elm", "forum", 20));
        pages(2);
        now(acknowledge.acknowledge(incidentOf("ash"), "Lea", "On it"));

        // When
        sayAndWait(smear("brim", "news", 10));
        forward(ofMinutes(1));

        // Then
        assertThat(live()).containsExactly("2 campaign 3 posts, 3 authors, forum+news");
        assertThat(channels.sentTo(mail)).hasSize(2);
    }

    /** Several pages to one address within a minute are one message, so pages are counted. */
    private void everybodyIsCalled() {
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select i.id from incident i where i.staff_id = ? and i.merged_into is null"
                                                        + " and not exists (select from page p where p.incident_id = i.id and p.state = 'fired')",
                                                staffId))
                                .isEmpty());
    }

    private List<String> waiting(String what) {
        return column(
                "select w.id from %s w join incident i on i.id = w.incident_id".formatted(what)
                        + " where i.staff_id = ? and w.state in ('pending', 'retry')",
                staffId);
    }

    private Said[] attacks(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(at -> Said.attack("" + at, "author-" + at, ago(ofMinutes(40 - at))))
                .toArray(Said[]::new);
    }

    private Said smear(String author, String source, int minutes) {
        return Said.attack(author, author, ago(ofMinutes(minutes)))
                .on(source)
                .weighing(2)
                .saying(SMEAR);
    }

    private String pileOn() {
        List<String> ids =
                column(
                        "select id from incident where staff_id = ? and 'pile-on' = any (patterns)"
                                + " and merged_into is null",
                        staffId);
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private String incidentOf(String author) {
        List<String> ids =
                column(
                        "select i.id from incident i join incident_author a on a.incident_id = i.id"
                                + " where i.staff_id = ? and a.author_id = ?",
                        staffId,
                        author(author).id());
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private List<String> timeline(String which) {
        return column(
                "select reason from timeline where incident_id in (select id from incident where staff_id = ?) and "
                        + which,
                staffId);
    }
}
