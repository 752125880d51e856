package org.upstander.access;

import java.util.Set;

/** What a caller may do; the names of roles in {@code @RolesAllowed} and of scopes in a token. */
public final class Scopes {

    /** Hand in posts and signals. */
    public static final String POSTS_WRITE = "posts:write";

    /** Ask for a score without a trace. */
    public static final String SCORE = "score";

    /** Read incidents, assessments, notifications, statistics and events. */
    public static final String INCIDENTS_READ = "incidents:read";

    /** Acknowledge and resolve. */
    public static final String INCIDENTS_WRITE = "incidents:write";

    /** See what concerns oneself as a member of staff, and nothing else. */
    public static final String ME_READ = "me:read";

    /** Everything, and alone: staff, contacts, policies, tokens. */
    public static final String ADMIN = "admin";

    public static final Set<String> ALL =
            Set.of(POSTS_WRITE, SCORE, INCIDENTS_READ, INCIDENTS_WRITE, ME_READ, ADMIN);

    private Scopes() {}

    /** The scopes that {@code granted} amounts to: {@link #ADMIN} implies all. */
    static Set<String> implied(Set<String> granted) {
        return granted.contains(ADMIN) ? ALL : granted;
    }
}
