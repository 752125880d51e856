package org.upstander.ingest.poll.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.ingest.reading.Body;

/** Mentions are counted in bytes of UTF-8. */
class FacetsTest {

    private static final String DID = "did:plc:marta2marta2marta2marta2";

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "a", "é", "한", "🙈", "👩🏽‍⚖️", "<b>", "&amp;", " ", "\u0301", "@marta",
                        "ß")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property
    void whatIsMentionedIsExactlyWhatStandsThere(
            @ForAll("words") String before,
            @ForAll("words") String name,
            @ForAll("words") String after) {
        byte[] text = bytes(before + name + after);
        int from = bytes(before).length;
        int to = from + bytes(name).length;

        List<Facets.Mention> found = Facets.mentions(text, facets(facet(from, to)));

        assertThat(found).containsExactly(new Facets.Mention(from, to, DID));
        assertThat(Facets.slice(text, from, to)).isEqualTo(name);
        var link = Jsoup.parse(Facets.linked(text, facets(facet(from, to)))).select("a");
        assertThat(link.eachText()).allMatch(shown -> !shown.isEmpty() || name.isBlank());
        assertThat(link.first().wholeText()).isEqualTo(name);
        assertThat(link.attr("href")).isEqualTo("https://bsky.app/profile/" + DID);
    }

    @Property
    void anyBoundsGiveWholeCharactersOrNothing(
            @ForAll("words") String text, @ForAll int from, @ForAll int to) {
        byte[] bytes = bytes(text);
        String wild = Facets.slice(bytes, from, to);
        assertThat(wild == null || text.contains(wild)).isTrue();
        int near = Math.floorMod(from, bytes.length + 1);
        int far = Math.floorMod(to, bytes.length + 1);
        String slice = Facets.slice(bytes, near, far);
        assertThat(slice == null || near < far && text.contains(slice)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1,2", "2,2", "3,2", "0,99", "1,4", "0,2147483648", "0,18446744073709551616"})
    void aBrokenFacetIsPassedOver(String from, String to) {
        assertThat(Facets.mentions(bytes("🙈 said"), facets(facet(from, to)))).isEmpty();
    }

    @Test
    void neitherOverlapsNorOtherFeaturesCount() {
        byte[] text = bytes("@marta @heath");
        assertThat(Facets.mentions(text, facets(facet(7, 13), facet(0, 6), facet(3, 9))))
                .extracting(Facets.Mention::from)
                .containsExactly(0, 7);
        String tag =
                """
                {"index":{"byteStart":0,"byteEnd":6},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"x"}]}\
                """;
        String odd = facet(0, 6).replace(DID, "\\\"><script>");
        assertThat(Facets.mentions(text, facets(tag, odd, "{}", "7", "null"))).isEmpty();
        assertThat(Facets.linked(text, facets(tag))).isNull();
    }

    private static Body facets(String... facets) {
        return Body.of(bytes("{\"facets\":[" + String.join(",", facets) + "]}")).at("facets");
    }

    private static String facet(Object from, Object to) {
        return """
        {"index":{"byteStart":%s,"byteEnd":%s},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"%s"}]}\
        """
                .formatted(from, to, DID);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
