package org.upstander.scoring.binding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.upstander.scoring.binding.Alias.Kind;
import org.upstander.scoring.domain.StaffMember;

/** Lists the ways in which a member of staff is called, from what the operator entered. */
final class Aliases {
    private static final Pattern ARTICLE =
            Pattern.compile(
                    "^(the|our|your|a|an|der|die|das|le|la|les|el|los|il|lo|de|het|o|os)\\s+");
    private static final Pattern ROLE_END = Pattern.compile("\\s*(,| at | for |\\(| - ).*$");
    private static final Pattern ROLE_OF = Pattern.compile("^(\\S+ \\S.*?) of .*$");
    private static final Pattern HONORIFIC =
            Pattern.compile("^(dr|mr|mrs|ms|miss|prof|frau|herr|mme|sra|sr|coach|chef)\\.?\\s+");
    private static final int PLURAL_LETTERS = 4;

    private final StaffMember member;
    private final int index;
    private final BiConsumer<String, Alias> sink;

    private Aliases(StaffMember member, int index, BiConsumer<String, Alias> sink) {
        this.member = member;
        this.index = index;
        this.sink = sink;
    }

    /** Passes each alias with its canonical form, see {@link Canonical}. */
    static void of(StaffMember member, int index, BiConsumer<String, Alias> sink) {
        Aliases aliases = new Aliases(member, index, sink);
        aliases.names();
        aliases.handles();
        aliases.roles();
    }

    private void names() {
        Set<String> all = new LinkedHashSet<>();
        if (member.displayName() != null) {
            all.add(member.displayName().strip());
        }
        member.names().forEach(n -> all.add(n.strip()));
        List<String> fulls = all.stream().filter(n -> Canonical.words(n).size() > 1).toList();
        for (String name : all) {
            List<String> words = Canonical.words(name);
            if (words.size() > 1) {
                full(name, words);
                withoutTitle(name);
            } else if (words.size() == 1) {
                single(name, words.get(0), fulls);
            }
        }
        if (!fulls.isEmpty()) {
            ownParts(fulls.get(0));
        }
    }

    /** First name and surname of the display name, where the operator left them out. */
    private void ownParts(String full) {
        String bare = HONORIFIC.matcher(full.toLowerCase(Locale.ROOT)).replaceFirst("");
        String[] parts = bare.strip().split("\\s+");
        if (parts.length < 2) {
            return;
        }
        boolean single = member.names().stream().anyMatch(n -> Canonical.words(n).size() == 1);
        List<String> first = Canonical.words(parts[0]);
        if (!single && first.size() == 1 && first.get(0).length() > 1) {
            put(first.get(0), Kind.FIRST, null);
        }
        String last = parts[parts.length - 1];
        surname(Canonical.words(last));
        for (String part : last.split("-")) {
            surname(Canonical.words(part));
        }
    }

    private void surname(List<String> words) {
        String joined = String.join(" ", words);
        if (joined.length() >= PLURAL_LETTERS) {
            put(joined, words.size() > 1 ? Kind.FULL : Kind.DERIVED_SURNAME, null);
        }
    }

    private void full(String name, List<String> words) {
        String joined = String.join(" ", words);
        put(joined, Kind.FULL, null);
        String glued = String.join("", words);
        if (glued.length() >= 8) {
            put(glued, Kind.DERIVED, null);
        }
        withoutHyphens(name, Kind.FULL);
    }

    /** Coach Lunde is Lunde, too. */
    private void withoutTitle(String name) {
        String bare = HONORIFIC.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
        List<String> words = Canonical.words(bare);
        if (bare.length() < name.length() && words.size() == 1 && words.get(0).length() > 2) {
            put(words.get(0), Kind.SURNAME, null);
        }
    }

    /** Wei-Ling is written Weiling too. */
    private void withoutHyphens(String name, Kind kind) {
        String plain = Canonical.handle(name);
        if (plain.indexOf('-') > 0 || plain.indexOf('\'') > 0 || plain.indexOf('\u2019') > 0) {
            String other = String.join(" ", Canonical.words(plain.replaceAll("[-'\u2019]", "")));
            put(other, kind, null);
        }
    }

    private void single(String name, String word, List<String> fulls) {
        if (word.length() < 2) {
            return;
        }
        boolean capitals = name.equals(name.toUpperCase(Locale.ROOT)) && word.length() <= 4;
        if (capitals) {
            put(word, Kind.INITIALS, name);
            return;
        }
        Kind kind = Kind.NICKNAME;
        for (String full : fulls) {
            List<String> parts = Canonical.words(full);
            if (parts.get(0).equals(word)) {
                kind = Kind.FIRST;
            } else if (parts.contains(word) && kind == Kind.NICKNAME) {
                kind = Kind.SURNAME;
            }
        }
        put(word, kind, null);
        if (word.length() >= PLURAL_LETTERS - 1 && !word.endsWith("s")) {
            put(word + "s", Kind.PLURAL, null);
        }
    }

    private void handles() {
        for (StaffMember.Handle handle : member.handles()) {
            String plain = Canonical.handle(handle.handle());
            String joined = String.join(" ", Canonical.words(plain));
            if (joined.length() >= 2) {
                put(joined, Kind.HANDLE, plain);
            }
        }
    }

    private void roles() {
        Set<String> titles = new LinkedHashSet<>();
        for (String title : member.roleTitles()) {
            String lower = ARTICLE.matcher(title.toLowerCase(Locale.ROOT).strip()).replaceFirst("");
            titles.add(lower);
            titles.add(ROLE_END.matcher(lower).replaceFirst(""));
            titles.add(ROLE_OF.matcher(lower).replaceFirst("$1"));
        }
        Set<String> canonical = new LinkedHashSet<>();
        for (String title : titles) {
            canonical.add(String.join(" ", Canonical.words(title)));
        }
        Set<String> all = new LinkedHashSet<>(canonical);
        canonical.forEach(title -> all.addAll(RoleWords.alsoSaid(title)));
        for (String title : all) {
            if (title.length() >= 2) {
                put(title, Kind.ROLE, null);
            }
        }
    }

    /** The words of the roles: they tell apart two people of the same name. */
    static Set<String> roleWords(StaffMember member) {
        Set<String> words = new LinkedHashSet<>();
        member.roleTitles().forEach(title -> words.addAll(Canonical.words(title)));
        return words;
    }

    private void put(String canonical, Kind kind, String exact) {
        sink.accept(canonical, new Alias(index, kind, exact));
    }
}
