package org.upstander.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;

class TrafficTest {

    private static final List<Person> STAFF = Staff.of(1_000, 11);
    private static final List<SyntheticPost> POSTS = new Traffic(STAFF, 12).posts(20_000);

    @Test
    void sameSeedMakesTheSamePosts() {
        assertThat(new Traffic(Staff.of(1_000, 11), 12).posts(20_000)).isEqualTo(POSTS);
        assertThat(new Traffic(STAFF, 13).posts(20_000)).isNotEqualTo(POSTS);
    }

    @Test
    void staffAreAsManyAsAskedForAndTheirNamesTheirOwn() {
        assertThat(STAFF).hasSize(1_000);
        assertThat(STAFF.stream().map(Person::name)).doesNotHaveDuplicates();
        assertThat(STAFF.stream().map(Person::handle)).doesNotHaveDuplicates();
    }

    @Test
    void twoInAHundredNameSomebodyAndTheOthersNobody() {
        List<SyntheticPost> naming = POSTS.stream().filter(post -> post.named() != null).toList();
        assertThat(naming.size()).isCloseTo(400, within(80));
        assertThat(naming)
                .allSatisfy(
                        post ->
                                assertThat(post.text())
                                        .containsAnyOf(post.named().name(), post.named().handle()));

        Set<String> names =
                STAFF.stream()
                        .flatMap(person -> Arrays.stream(person.name().split(" ")))
                        .collect(Collectors.toSet());
        assertThat(POSTS.stream().filter(post -> post.named() == null))
                .noneMatch(
                        post -> Arrays.stream(post.text().split("[ .]")).anyMatch(names::contains));
    }

    @Test
    void asManyNameSomebodyAsAskedFor() {
        assertThat(new Traffic(STAFF, 12, 0).posts(2_000)).noneMatch(post -> post.named() != null);
        assertThat(new Traffic(STAFF, 12, 100).posts(2_000)).allMatch(post -> post.named() != null);
    }

    @Test
    void aHundredThousandPeopleHaveNamesOfTheirOwnToo() {
        List<Person> many = Staff.of(100_000, 11);

        assertThat(many.stream().map(Person::name).distinct()).hasSize(100_000);
    }

    @Test
    void fewAreNamedMuch() {
        long first = POSTS.stream().filter(post -> STAFF.get(0).equals(post.named())).count();
        long hundredth = POSTS.stream().filter(post -> STAFF.get(99).equals(post.named())).count();

        assertThat(first).isGreaterThan(20).isGreaterThan(5 * hundredth);
    }

    @Test
    void textsAreAboutThreeHundredBytesWithATail() {
        int[] sizes =
                POSTS.stream()
                        .mapToInt(post -> post.text().getBytes(StandardCharsets.UTF_8).length)
                        .sorted()
                        .toArray();

        assertThat(Arrays.stream(sizes).average().orElseThrow()).isCloseTo(300, within(40.0));
        assertThat(sizes[0]).isPositive();
        assertThat(sizes[sizes.length - 1]).isBetween(3_500, 4_200);
        assertThat(POSTS.stream().filter(post -> post.text().contains("コンテスト"))).isNotEmpty();
    }

    @Test
    void recordIsAnEventOfThePostsTopic() throws Exception {
        ProducerRecord<byte[], byte[]> post = POSTS.get(7).asRecord();
        JsonNode event = new ObjectMapper().readTree(post.value());

        assertThat(post.topic()).isEqualTo(Topics.POSTS);
        assertThat(new String(post.key(), StandardCharsets.UTF_8))
                .isEqualTo("forum/" + event.at("/thread/id").asText());
        assertThat(event.get("postId").asText()).matches("[0-9a-f]{32}");
        assertThat(event.get("revision").asText()).matches("[0-9a-f]{16}");
        assertThat(event.get("text").asText()).isEqualTo(POSTS.get(7).text());
        assertThat(new String(post.headers().lastHeader(Headers.ID).value()))
                .isEqualTo(event.get("postId").asText() + "-" + event.get("revision").asText());
    }

    @Test
    void attackNamesTheAttackedAndSharesNeitherAuthorNorThread() {
        SyntheticPost one = Attacks.post(Attacks.SENTENCES.get(0), STAFF.get(0), 1);
        SyntheticPost other = Attacks.post(Attacks.SENTENCES.get(0), STAFF.get(1), 2);

        assertThat(one.text()).contains(STAFF.get(0).name(), "@" + STAFF.get(0).handle());
        assertThat(one.author()).isNotEqualTo(other.author());
        assertThat(one.thread()).isNotEqualTo(other.thread());
    }
}
