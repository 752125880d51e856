package org.upstander.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.PostRules;
import org.upstander.ingest.domain.RejectReason;

/** Messages as nobody writes them who means well. */
class HostileMailTest {

    private static final String HEAD = "From: a\nMessage-ID: <1@x>\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "\0",
                "no header at all",
                "no header at all\n\nand a body",
                ": \n: \n\n:",
                "From:\n\nb",
                "From: <>\n\nb",
                "From: <<<<\"\n\nb",
                "From: a\nContent-Type: multipart/mixed\n\nno boundary",
                "From: a\nContent-Type: multipart/mixed; boundary=\"\"\n\n--\n\nx\n----",
                "From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b",
                "From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b--",
                "From: a\nContent-Type: message/rfc822\n\n",
                "From: a\nContent-Type: text/plain; charset*=utf-8''%zz\n\nb",
                "From: a\nContent-Type: ;;;;\n\nb",
                "From: a\nContent-Transfer-Encoding: x-unknown\n\nb",
                "From: a\nSubject: =?utf-8?B?!!!!?= =?utf-8?Q?=ZZ?=\n\nb",
                "From: a\nDate: \nMessage-ID: <>\nReferences: <\nIn-Reply-To: >\n\nb",
                "From: \0a\nSubject: \0\nMessage-ID: <\0>\n\n\0b"
            })
    void nothingIsThrownAndWhatIsTakenCanBeStored(String message) {
        List<Handed<Draft.OfPost>> items = Mails.read(message);
        assertThat(items).isNotEmpty();
        admitted(items);
    }

    @Test
    void noHeaderIsNoPost() {
        List<Handed<Draft.OfPost>> items = Mails.read("Nothing but words\n\nand more of them");
        assertThat(admitted(items)).isZero();
    }

    @Test
    void brokenBase64IsReadAsFarAsItGoes() {
        assertThat(
                        Mails.post(
                                        HEAD
                                                + "Content-Transfer-Encoding: base64\n\n"
                                                + "V2VsbCBqdWRnZWQu\n*** no base64 ***\n=")
                                .text())
                .startsWith("Well judged.");
    }

    @Test
    void charactersThatCannotBeStoredAreNotThere() {
        Draft.OfPost post = Mails.post("From: a\0b\nSubject: c\0d\nMessage-ID: <1\0@x>\n\ne\0f\n");
        assertThat(post.author().handle()).isEqualTo("ab");
        assertThat(post.thread().title()).isEqualTo("cd");
        assertThat(post.externalId()).isEqualTo("1@x");
        assertThat(post.text()).endsWith("ef");
    }

    @Test
    void tooDeepIsRefused() {
        assertThat(Mails.post(nested(Walk.DEPTH)).text()).isEqualTo("deep");
        assertThat(refusal(Mails.read(nested(Walk.DEPTH + 1)))).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(refusal(Mails.read(nested(20_000)))).isEqualTo(RejectReason.TOO_LARGE);
    }

    @Test
    void ofManyPartsTheFirstAreRead() {
        String parts = "--b\n\nx\n".repeat(10_000);
        Draft.OfPost post =
                Mails.post(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + parts);
        assertThat(post.text().lines()).hasSizeBetween(Walk.PARTS - 5, Walk.PARTS);
        String empty = "--b\n\n".repeat(2_000_000);
        Mails.read(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + empty);
    }

    @Test
    void aPartWhoseHeaderGoesOnWithNothingHidesNoOther() {
        Draft.OfPost post =
                Mails.post(
                        HEAD
                                + "Content-Type: multipart/mixed; boundary=b\n\n"
                                + "--b\n \n x\n\none\n--b\n\ntwo\n--b--\n");
        assertThat(post.text()).contains("one", "two");
    }

    @Test
    void manyThatAreCarriedAreTooMany() {
        String one = "--b\nContent-Type: message/rfc822\n\nFrom: a\nMessage-ID: <%d@x>\n\nb\n";
        StringBuilder parts = new StringBuilder();
        for (int at = 0; at < 500; at++) {
            parts.append(one.formatted(at));
        }
        List<Handed<Draft.OfPost>> items =
                Mails.read(HEAD + "Content-Type: multipart/digest; boundary=b\n\n" + parts);
        assertThat(items).hasSize(101);
        assertThat(refusal(items.subList(100, 101))).isEqualTo(RejectReason.TOO_LARGE);
        String carriers = "From: a\nContent-Type: message/rfc822\n\n".repeat(1_000) + "x";
        assertThat(refusal(Mails.read(carriers))).isEqualTo(RejectReason.TOO_LARGE);
    }

    @Test
    void longHeadersHarmNobody() {
        assertThat(Mails.post("a:\n".repeat(1_000_000) + "\nb").author()).isNull();
    }

    @Test
    void aLongTextIsCutAndKnownToBe() {
        Draft.OfPost post = Mails.post(HEAD + "\n" + "😀".repeat(200_000));
        assertThat(post.text().length()).isBetween(65_537, 70_001);
        assertThat(admitted(List.of(new Handed.Readable<>(post)))).isEqualTo(1);
    }

    @Test
    void aMessageThatIsTooLongIsRefusedAndTheNextIsRead() {
        MailBuffer buffer = new MailBuffer();
        buffer.write(new byte[MailBuffer.MOST], 0, MailBuffer.MOST);
        assertThat(buffer.isTooLong()).isFalse();
        buffer.write('x');
        assertThat(refusal(MailReader.read(buffer, Mails.source(true), "members")))
                .isEqualTo(RejectReason.TOO_LARGE);
        buffer.clear();
        byte[] next = (HEAD + "\nb").getBytes(StandardCharsets.UTF_8);
        buffer.write(next, 0, next.length);
        assertThat(MailReader.read(buffer, Mails.source(true), "members").get(0))
                .isInstanceOf(Handed.Readable.class);
    }

    /** Always the same, so that a failure comes again. */
    @Test
    void anyBytesAreAnItem() {
        Random random = new Random(7);
        byte[] good =
                (HEAD
                                + "Subject: =?utf-8?Q?a=20b?=\n"
                                + "Content-Type: multipart/mixed; boundary=\"b\"\n\n"
                                + "--b\nContent-Type: text/html; charset=utf-16\n"
                                + "Content-Transfer-Encoding: base64\n\nAGEAYg==\n"
                                + "--b\nContent-Type: message/rfc822\n\n"
                                + HEAD
                                + "\nx\n--b--\n")
                        .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = good.clone();
            for (int change = random.nextInt(8); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            List<Handed<Draft.OfPost>> items = Mails.read(bytes);
            assertThat(items).isNotEmpty();
            admitted(items);
        }
    }

    private static String nested(int depth) {
        StringBuilder message = new StringBuilder(HEAD);
        for (int at = 0; at < depth; at++) {
            message.append("Content-Type: multipart/mixed; boundary=b").append(at);
            message.append("\n\n--b").append(at).append('\n');
        }
        return message.append("\ndeep\n").toString();
    }

    private static RejectReason refusal(List<Handed<Draft.OfPost>> items) {
        assertThat(items).hasSize(1);
        return ((Handed.Unreadable<Draft.OfPost>) items.get(0)).violations().get(0).reason();
    }

    /** How many the rules take; for any others they say why. */
    private static long admitted(List<Handed<Draft.OfPost>> items) {
        PostRules rules = new PostRules(Instant.parse("2026-03-03T06:33:26Z"));
        long good = 0;
        for (Handed<Draft.OfPost> item : items) {
            if (item instanceof Handed.Readable<Draft.OfPost> readable) {
                Draft.OfPost post = readable.draft();
                Draft.OfPost read = post.text() == null ? post.withText(post.html()) : post;
                Admission<?> admission = rules.admit(read);
                if (admission instanceof Admission.Rejected<?> rejected) {
                    assertThat(rejected.violations())
                            .allMatch(one -> one.pointer().equals("/author"));
                } else {
                    good++;
                }
            }
        }
        return good;
    }
}
