package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Drafts;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.PostRules;

class ResultsTest {

    private final PostRules rules = new PostRules(Instant.parse("2026-11-24T09:00:00Z"));

    @Test
    void partsMakeOneDocument() throws IOException {
        // Given
        Results<Post> results = Results.ofPosts();
        Admission<Post> good = rules.admit(Drafts.post("forum", "\"quoted\" 漢", "t"));
        Admission<Post> bad = rules.admit(Drafts.post(null, "2", "secret"));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();

        // When
        whole.writeBytes(results.part(List.of(good, bad)));
        whole.writeBytes(results.part(List.of()));
        whole.writeBytes(results.part(List.of(good)));
        whole.writeBytes(results.end());

        // Then
        JsonNode json = new ObjectMapper().readTree(whole.toByteArray());
        assertThat(json.get("accepted").asInt()).isEqualTo(2);
        assertThat(json.get("rejected").asInt()).isEqualTo(1);
        assertThat(json.at("/results/0/externalId").asText()).isEqualTo("\"quoted\" 漢");
        assertThat(json.at("/results/0/revision").asText()).hasSize(16);
        assertThat(json.at("/results/1/status").asText()).isEqualTo("rejected");
        assertThat(json.at("/results/1/problem/errors/0/pointer").asText()).isEqualTo("/source");
        assertThat(json.at("/results/2/status").asText()).isEqualTo("accepted");
        assertThat(whole.toString()).doesNotContain("secret");
    }

    @Test
    void noItemsAreAnEmptyDocument() throws IOException {
        Results<Post> results = Results.ofPosts();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(results.part(List.of()));
        whole.writeBytes(results.end());

        assertThat(new ObjectMapper().readTree(whole.toByteArray()).toString())
                .isEqualTo("{\"results\":[],\"accepted\":0,\"rejected\":0}");
        assertThat(new ObjectMapper().readTree(Results.ofPosts().end()).get("results")).isEmpty();
    }
}
