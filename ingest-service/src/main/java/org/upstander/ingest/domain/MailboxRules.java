package org.upstander.ingest.domain;

import java.util.regex.Pattern;

/** What only sources that are mailboxes are told. */
final class MailboxRules {

    private static final String USER = "/settings/user";
    private static final String REPORTS_TO = "/settings/reportsTo";
    private static final int LONGEST = 256;

    /** With a plus and a code the first half must still be one: 64 characters. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[a-z0-9][a-z0-9._-]{0,36}@[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9-]{1,63}){0,8}");

    private MailboxRules() {}

    /**
     * @param mailbox whether it is one
     */
    static void check(SourceSettings settings, boolean mailbox, Checks checks) {
        if (!mailbox) {
            checks.absent(USER, settings.user(), "goes with the type imap only; leave it out.");
            checks.absent(
                    REPORTS_TO,
                    settings.reportsTo(),
                    "goes with the type imap only; leave it out.");
            return;
        }
        String user = checks.required(USER, settings.user(), LONGEST, "name whose mailbox it is.");
        if (user != null && user.chars().anyMatch(Character::isISOControl)) {
            SourceRules.refuse(checks, USER, "must be a name without control characters.");
        }
        if (settings.reportsTo() != null && !ADDRESS.matcher(settings.reportsTo()).matches()) {
            SourceRules.refuse(
                    checks,
                    REPORTS_TO,
                    "must be an address in small letters, without a plus: reports@example.org.");
        }
        if (!settings.privateConsented()) {
            SourceRules.refuse(
                    checks,
                    "/settings/privateConsented",
                    "must be true, for mail is private: set it when those whose mail this is"
                            + " agreed that it is read.");
        }
    }
}
