package org.upstander.scenarios.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Somebody who is protected.
 *
 * @param id in the story
 * @param name full name
 * @param handles account by platform
 * @param zone where they live; that of the story where left out
 * @param hours when they are at work, {@code Mon-Fri 09:00-17:30}; as usual where left out
 * @param junior whether the bar is lower for them
 * @param bar least probability of an attack that is one on them; as usual where left out
 * @param roles how members call what they do
 * @param secrets what nobody may publish; only a running system looks for it
 */
public record Staff(
        String id,
        String name,
        Map<String, String> handles,
        ZoneId zone,
        String hours,
        boolean junior,
        Double bar,
        List<String> roles,
        @JsonProperty("protected") List<Secret> secrets) {

    /** As scoring has it. */
    private static final double USUAL_BAR = 0.6;

    private static final double JUNIOR_BAR = 0.4;

    public Staff {
        handles = handles == null ? Map.of() : Map.copyOf(handles);
        roles = roles == null ? List.of() : List.copyOf(roles);
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
    }

    /**
     * @param kind {@code phone}, {@code email}, {@code street}, {@code handle} or {@code name}
     * @param value invented, as everything in a story
     */
    public record Secret(String kind, String value) {

        static final List<String> KINDS = List.of("phone", "email", "street", "handle", "name");
    }

    /** The bar that counts. */
    public double leastAttack() {
        if (bar != null) {
            return bar;
        }
        return junior ? JUNIOR_BAR : USUAL_BAR;
    }
}
