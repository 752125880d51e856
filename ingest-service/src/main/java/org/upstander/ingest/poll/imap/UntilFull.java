package org.upstander.ingest.poll.imap;

import java.io.IOException;
import java.io.OutputStream;
import org.upstander.ingest.mail.MailBuffer;

/** Ends the fetching of a message where the rest would not be kept. */
final class UntilFull extends OutputStream {

    private final MailBuffer buffer;

    UntilFull(MailBuffer buffer) {
        this.buffer = buffer;
    }

    /** There is more. */
    static final class Full extends IOException {

        private static final long serialVersionUID = 1;
    }

    @Override
    public void write(int b) throws IOException {
        buffer.write(b);
        check();
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
        buffer.write(from, offset, count);
        check();
    }

    private void check() throws Full {
        if (buffer.isTooLong()) {
            throw new Full();
        }
    }
}
