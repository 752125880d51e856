package org.upstander.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;

/** Any bytes are a message, if one that cannot be read. */
class MailFuzzTest {

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(
                "From: a\nMessage-ID: <1@x>\nSubject: =?utf-8?Q?a=20b?=\nDate: Tue, 3 Mar 2026 07:33:26 +0100\n"
                        + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/html; charset=utf-16\n"
                        + "Content-Transfer-Encoding: base64\n\nAGEAYg==\n--b\nContent-Type: message/rfc822\n\nFrom: c\n\nx\n--b--\n",
                "From: =?utf-8?B?w6Q=?= <a@example.org>\nIn-Reply-To: <2@x>\nReferences: <1@x> <2@x>\n"
                        + "Content-Type: text/plain; charset*=utf-8''us-ascii; format=flowed\n"
                        + "Content-Transfer-Encoding: quoted-printable\n\na=20b=\n=C3=A4 \n> c\n-- \nd\n");
    }

    @MethodSource("seeds")
    @FuzzTest
    void itIsAnItemThatIsJudged(byte[] bytes) {
        List<Handed<Draft.OfPost>> items = Mails.read(bytes);
        assertThat(items).isNotEmpty();
        Fuzzing.assertJudged(items);
    }
}
