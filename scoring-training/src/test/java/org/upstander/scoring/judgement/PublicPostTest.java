package org.upstander.scoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.scoring.domain.Mention;

class PublicPostTest {

    @Test
    void shouldAddressHarmlessTextsToAPersonOrPutThePersonForAHandle() {
        IntStream.range(0, 30)
                .mapToObj(
                        i ->
                                PublicPost.of(
                                        new PublicSets.Text(
                                                "set 0", "ask @somebody about " + i, 0)))
                .filter(post -> !post.mention().spans().isEmpty())
                .forEach(
                        post -> {
                            assertThat(post.text()).startsWith("ask Thessaly about ");
                            assertThat(words(post)).isEqualTo("Thessaly");
                        });
        long addressed =
                IntStream.range(0, 300)
                        .mapToObj(
                                i ->
                                        PublicPost.of(
                                                new PublicSets.Text(
                                                        "set 0", "fine by me, " + i, 0)))
                        .filter(post -> post.text().startsWith("Thessaly, fine"))
                        .count();
        assertThat(addressed).isBetween(150L, 250L);
    }

    @Test
    void shouldNeverMakeAnInsultOfSomebodyElseOneOfThePerson() {
        IntStream.range(0, 30)
                .mapToObj(i -> new PublicSets.Text("set 0", "that senator is a fool " + i, 1))
                .forEach(
                        given -> {
                            PublicPost post = PublicPost.of(given);
                            assertThat(post.text()).isEqualTo(given.text());
                            assertThat(post.mention().spans()).isEmpty();
                        });
    }

    private static String words(PublicPost post) {
        Mention m = post.mention();
        return post.text().substring(m.span().start(), m.span().end());
    }
}
