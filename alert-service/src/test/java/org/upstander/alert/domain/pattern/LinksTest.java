package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One page, however it is linked to. */
class LinksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example.org/2026/ruling",
                "http://news.example.org/2026/ruling",
                "HTTPS://WWW.News.Example.org/2026/ruling/",
                "https://someone@news.example.org:8443/2026/ruling#comments",
                "https://news.example.org/2026/ruling?utm_source=feed&UTM_campaign=x",
                "https://news.example.org/2026/ruling/?fbclid=1&ref=home",
                "https://news.example.org/2026/ruling?",
                "See https://news.example.org/2026/ruling.",
                "See (https://news.example.org/2026/ruling), all of you!",
                "“https://news.example.org/2026/ruling”",
                "[her](https://news.example.org/2026/ruling)",
                "<a href=\"https://news.example.org/2026/ruling\">her</a>",
                "https://news.example.org/2026/ruling…"
            })
    void allOfTheseAreTheSamePage(String text) {
        assertThat(Links.in(text)).containsExactly("news.example.org/2026/ruling");
    }

    /** Many places have one path, and say in the query what is meant. */
    @ParameterizedTest
    @CsvSource({
        "https://video.example.org/watch?v=abc&si=1,video.example.org/watch?v=abc",
        "https://video.example.org/watch?v=xyz,video.example.org/watch?v=xyz",
        "https://forum.example.org/?t=25&utm_medium=x&p=3,forum.example.org?p=3&t=25",
        "https://forum.example.org/?p=3&t=25,forum.example.org?p=3&t=25",
        "https://my_site.example.org/a,my_site.example.org/a",
        "https://münchen.example.org/a,münchen.example.org/a",
        "https://example.org/50%off|now,example.org/50%off|now"
    })
    void whatIsMeantIsKept(String text, String page) {
        assertThat(Links.in(text)).containsExactly(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://www.example.org/",
                "https://example.org/?utm_source=feed",
                "https://example.org/#top",
                "https:///path/only",
                "https://",
                "http://?!?",
                "ftp://example.org/file",
                "example.org/page",
                "no link at all"
            })
    void aHostAloneIsNoPage(String text) {
        assertThat(Links.in(text)).isEmpty();
    }

    @Test
    void aTextIsLeftWithoutThem() {
        assertThat(Links.without("Read https://example.org/a?b=c and HTTP://example.net/d now"))
                .isEqualTo("Read   and   now");
    }

    @Test
    void whateverIsWrittenIsReadInProportionToItsLength() {
        for (String part :
                new String[] {
                    "http://", "http:// ", "https://a/", "https://a/!", "h", "https://aaaa/b "
                }) {
            int once = steps(part.repeat(8_000 / part.length()));
            int eightTimes = steps(part.repeat(64_000 / part.length()));

            assertThat(eightTimes).as(part).isLessThan(10 * once);
        }
    }

    private static int steps(String written) {
        CountingText text = new CountingText(written);
        assertThat(Links.in(text).count()).isLessThanOrEqualTo(written.length() / 8);
        return text.steps();
    }
}
