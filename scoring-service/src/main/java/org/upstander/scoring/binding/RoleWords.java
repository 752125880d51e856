package org.upstander.scoring.binding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a role is called besides its title. */
final class RoleWords {
    private static final Map<String, List<String>> SAME =
            Map.ofEntries(
                    Map.entry("moderator", List.of("mod")),
                    Map.entry("mod", List.of("moderator")),
                    Map.entry("administrator", List.of("admin")),
                    Map.entry("admin", List.of("administrator")),
                    Map.entry("sysop", List.of("admin")),
                    Map.entry("referee", List.of("ref")),
                    Map.entry("ref", List.of("referee")),
                    Map.entry("developer", List.of("dev")),
                    Map.entry("president", List.of("chair")),
                    Map.entry("chair", List.of("chairman", "chairwoman", "chairperson")),
                    Map.entry("chairman", List.of("chair")),
                    Map.entry("chairwoman", List.of("chair")),
                    Map.entry("spokesperson", List.of("spokesman", "spokeswoman")),
                    Map.entry("moderador", List.of("mod")),
                    Map.entry("moderadora", List.of("mod")),
                    Map.entry("mod\u00e9rateur", List.of("modo", "mod")),
                    Map.entry("mod\u00e9ratrice", List.of("modo", "mod")));

    private static final Map<String, String> INITIALS =
            Map.of(
                    "community manager", "cm",
                    "tournament director", "td",
                    "general manager", "gm",
                    "game master", "gm",
                    "team lead", "tl",
                    "product manager", "pm");

    /** Last words of titles that say by themselves who is meant in a community. */
    private static final Set<String> ENOUGH =
            Set.of(
                    "mod",
                    "moderator",
                    "ref",
                    "referee",
                    "admin",
                    "maintainer",
                    "judge",
                    "secretary",
                    "treasurer",
                    "umpire",
                    "organiser",
                    "organizer",
                    "caster",
                    "sysop");

    private RoleWords() {}

    /**
     * @param title in canonical form
     */
    static Set<String> alsoSaid(String title) {
        Set<String> others = new LinkedHashSet<>();
        if (INITIALS.containsKey(title)) {
            others.add(INITIALS.get(title));
        }
        int at = title.lastIndexOf(' ') + 1;
        String last = title.substring(at);
        for (String same : SAME.getOrDefault(last, List.of())) {
            others.add(title.substring(0, at) + same);
        }
        if (at > 0 && ENOUGH.contains(last)) {
            others.add(last);
            others.addAll(SAME.getOrDefault(last, List.of()));
        }
        return others;
    }
}
