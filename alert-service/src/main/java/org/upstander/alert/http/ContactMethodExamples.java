package org.upstander.alert.http;

/** Example bodies of the methods of a contact. */
final class ContactMethodExamples {

    static final String CODE = "{\"code\":\"042195\"}";

    static final String ACCEPTED = "{\"channel\":\"email\",\"expiresAt\":\"2026-11-20T09:10:00Z\"}";

    private ContactMethodExamples() {}
}
