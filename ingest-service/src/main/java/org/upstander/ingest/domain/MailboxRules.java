package org.upstander.ingest.domain;

/** What only sources that are mailboxes are told. */
final class MailboxRules {

    private static final String USER = "/settings/user";
    private static final int LONGEST = 256;

    private MailboxRules() {}

    /**
     * @param mailbox whether it is one
     */
    static void check(SourceSettings settings, boolean mailbox, Checks checks) {
        if (!mailbox) {
            checks.absent(USER, settings.user(), "goes with the type imap only; leave it out.");
            return;
        }
        String user = checks.required(USER, settings.user(), LONGEST, "name whose mailbox it is.");
        if (user != null && user.chars().anyMatch(Character::isISOControl)) {
            SourceRules.refuse(checks, USER, "must be a name without control characters.");
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
