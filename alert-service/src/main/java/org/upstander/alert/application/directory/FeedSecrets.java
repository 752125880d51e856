package org.upstander.alert.application.directory;

import java.net.URI;

/** The secrets in the addresses of calendars. */
public interface FeedSecrets {

    /** One that cannot be guessed. */
    String next();

    /** What is kept of it, and by what it is found. */
    String hash(String secret);

    /** Where its calendar is read. */
    URI address(String secret);
}
