package org.upstander.ingest.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/** Messages as tests read them. */
public final class Mails {

    private Mails() {}

    /**
     * @param privateConsented as in its settings
     */
    public static Source source(boolean privateConsented) {
        return new Source(
                "mail",
                "imap",
                "Mail",
                "mail",
                null,
                List.of(),
                null,
                null,
                new SourceSettings.Builder().privateConsented(privateConsented).build(),
                false);
    }

    static List<Handed<Draft.OfPost>> read(String message) {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    static List<Handed<Draft.OfPost>> read(byte[] message) {
        MailBuffer buffer = new MailBuffer();
        buffer.write(message, 0, message.length);
        return MailReader.read(buffer, source(true), "private-consented");
    }

    static Draft.OfPost post(String message) {
        return post(read(message));
    }

    static Draft.OfPost post(byte[] message) {
        return post(read(message));
    }

    private static Draft.OfPost post(List<Handed<Draft.OfPost>> items) {
        if (items.size() != 1) {
            throw new AssertionError("not one item but " + items.size());
        }
        return draft(items.get(0));
    }

    public static Draft.OfPost draft(Handed<Draft.OfPost> item) {
        if (item instanceof Handed.Readable<Draft.OfPost> readable) {
            return readable.draft();
        }
        throw new AssertionError(item);
    }
}
