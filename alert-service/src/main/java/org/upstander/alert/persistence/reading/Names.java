package org.upstander.alert.persistence.reading;

/**
 * SQL that turns whoever is written down ({@code ct-3}, {@code sms:ct-3}, {@code token:tk-4}, a
 * name) into what people call them.
 */
final class Names {

    private static final String NAME =
            "coalesce(named_contact.document::json ->> 'displayName', named_token.document::json ->> 'name', %s)";

    private static final String JOINED =
            """
            left join contact named_contact on named_contact.id = regexp_replace(%s, '^(sms|voice):', '')
            left join api_token named_token on 'token:' || named_token.id = %s
            """;

    private Names() {}

    /** The name of whoever stands in a column; null where nobody does. */
    static String of(String column) {
        return NAME.formatted(column);
    }

    /** The joins that {@link #of} needs. */
    static String joined(String column) {
        return JOINED.formatted(column, column);
    }
}
