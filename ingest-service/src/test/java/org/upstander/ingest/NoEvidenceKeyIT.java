package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** Without a key nothing is sealed, and posts are taken as ever. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@TestProfile(NoEvidenceKeyIT.NoKey.class)
class NoEvidenceKeyIT extends PostsBase {

    /** As an operator who has set none. */
    public static class NoKey implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("UPSTANDER_EVIDENCE_KEY", "");
        }
    }

    @Test
    void nothingIsKeptAndPostsFlow() {
        // Given
        String bootstrap = InfrastructureResource.shared().kafka().bootstrapServers();
        try (TopicTail originals = new TopicTail(bootstrap, Topics.ORIGINALS)) {
            // When
            Http.posts(Http.post(id, "Well judged.")).then().statusCode(202);

            // Then
            topic.atLeast(1);
            assertThat(originals.atLeast(0)).isEmpty();
            assertThat(
                            Http.as(Http.ADMIN)
                                    .get("/q/health/ready")
                                    .jsonPath()
                                    .getString("checks.find { it.name == 'kafka' }.data.originals"))
                    .isEqualTo("not kept: no key");
        }
    }
}
