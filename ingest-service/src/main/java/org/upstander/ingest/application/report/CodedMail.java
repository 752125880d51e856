package org.upstander.ingest.application.report;

import java.util.List;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;

/**
 * A mail to codes, read both ways: only a look-up tells whether they are anybody's, and anybody can
 * write one that is nobody's.
 *
 * @param report what it is where one of them is somebody's
 * @param posts what it is where none is: as any other mail there
 * @param place how many other posts of the same answer came before it
 */
public record CodedMail(MailedReport report, List<Handed<Draft.OfPost>> posts, int place) {

    public CodedMail {
        posts = List.copyOf(posts);
    }
}
