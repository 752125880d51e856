package org.upstander.scenarios.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.scenarios.story.Expected;
import org.upstander.scenarios.story.StoryReader;

/** A running system may see more of who is attacked, and nothing of who is not. */
class LenientTest {

    private static final String DANA =
            """
            {"staffId":"dana","severity":3,"patterns":["retaliation"],"authors":[{"id":"heath"}],"postCount":2}""";
    private static final String OMAR =
            """
            {"staffId":"omar","severity":1,"patterns":[],"authors":[{"id":"heath"}],"postCount":1}""";

    @Test
    void severityCountAndTimeAreNotAskedFor() throws Exception {
        Expected.OnSystem wanted =
                wanted(
                        "{incidents: [{staff: dana, severity: 2, posts: 9, authors: [heath], patterns: {exactly: [retaliation]}}]}");

        assertThat(differences(wanted, DANA)).isEmpty();
        assertThat(differences(wanted, DANA, DANA)).isEmpty();
    }

    @Test
    void patternsAuthorsAndWhoItIsAboutAre() throws Exception {
        assertThat(
                        differences(
                                wanted(
                                        "{incidents: [{staff: dana, patterns: {contains: [brewing]}}]}"),
                                DANA))
                .singleElement()
                .asString()
                .startsWith(
                        "an incident of dana was expected, with the patterns [brewing], severity 1");
        assertThat(differences(wanted("{incidents: [{staff: dana, authors: [marten]}]}"), DANA))
                .hasSize(1);
        assertThat(differences(wanted("{incidents: [{staff: dana}]}"))).hasSize(1);
        assertThat(differences(wanted("{incidents: [{staff: dana}]}"), DANA, OMAR))
                .singleElement()
                .asString()
                .startsWith("no incident of omar was expected");
    }

    @Test
    void whatIsSaidOfTheSystemGoesBefore() throws Exception {
        Expected.OnSystem wanted =
                wanted(
                        "{incidents: [{staff: dana, patterns: {exactly: [brewing]}}], system: {incidents: [{staff: dana, severity: 3}], others: true}}");

        assertThat(differences(wanted, DANA, OMAR)).isEmpty();
        assertThat(differences(wanted, OMAR)).hasSize(1);
    }

    private static Expected.OnSystem wanted(String expect) {
        return Lenient.wanted(
                StoryReader.read(
                                "s.yaml",
                                """
                                title: T
                                story: S
                                staff: [{id: dana, name: Dana Okafor}, {id: omar, name: Omar Lindqvist}]
                                expect: %s
                                """
                                        .formatted(expect))
                        .expect());
    }

    private static List<String> differences(Expected.OnSystem wanted, String... incidents)
            throws JsonProcessingException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String incident : incidents) {
            nodes.add(Client.JSON.readTree(incident));
        }
        return Lenient.differences(wanted, nodes);
    }
}
