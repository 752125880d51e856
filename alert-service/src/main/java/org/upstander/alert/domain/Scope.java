package org.upstander.alert.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the holder of an API token may do. */
public enum Scope {
    POSTS_WRITE("posts:write"),
    SCORE("score"),
    INCIDENTS_READ("incidents:read"),
    INCIDENTS_WRITE("incidents:write"),
    ME_READ("me:read"),
    ADMIN("admin");

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    public static Optional<Scope> of(String name) {
        return Arrays.stream(values()).filter(scope -> scope.wireName.equals(name)).findFirst();
    }

    public static String names() {
        return Arrays.stream(values()).map(Scope::wireName).collect(Collectors.joining(", "));
    }

    public String wireName() {
        return wireName;
    }
}
