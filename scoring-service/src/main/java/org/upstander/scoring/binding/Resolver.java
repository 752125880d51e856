package org.upstander.scoring.binding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.upstander.scoring.binding.Alias.Kind;

/**
 * Decides who is meant where several people have the same name. The longer name beats the shorter;
 * then whoever the post is certain about, whose role stands beside the name, who is named by the
 * thread or is on the platform. Else nobody: a page for the wrong person is worse than none.
 */
final class Resolver {
    /** More people of one name are not told apart by their roles. */
    private static final int MOST_DESCRIBED = 20;

    private final Set<Integer> certain;
    private final Set<Integer> onPlatform;
    private final Set<Integer> inThread;
    private final Neighbours beside;
    private final IntFunction<Set<String>> roleWords;

    /**
     * @param certain whom the post means whatever its words, for example by answering them
     * @param onPlatform who has a handle on the post's platform
     * @param inThread whom the thread's title names
     * @param beside the text
     * @param roleWords for each of the staff, the words of their roles
     */
    Resolver(
            Set<Integer> certain,
            Set<Integer> onPlatform,
            Set<Integer> inThread,
            Neighbours beside,
            IntFunction<Set<String>> roleWords) {
        this.certain = new TreeSet<>(certain);
        this.onPlatform = onPlatform;
        this.inThread = inThread;
        this.beside = beside;
        this.roleWords = roleWords;
    }

    /**
     * Who is meant.
     *
     * @param meant each with the places that mean them
     * @param open names and roles of several people none of whom is meant for certain, in order
     */
    record Resolved(Map<Integer, List<Place>> meant, List<Hit> open) {
        static Resolved nobody() {
            return new Resolved(new LinkedHashMap<>(), List.of());
        }
    }

    Resolved resolve(List<Hit> accepted) {
        List<Hit> kept = longestFirst(accepted);
        for (Hit hit : kept) {
            Set<Integer> staff = staff(hit);
            boolean sure = staff.size() == 1 && hit.aliases().stream().anyMatch(Resolver::isSure);
            if (sure) {
                certain.addAll(staff);
            }
        }
        Map<Integer, List<Place>> meant = new LinkedHashMap<>();
        List<Hit> open = new ArrayList<>(0);
        kept.sort(Comparator.comparingInt(Hit::start));
        for (Hit hit : kept) {
            if (hit.form() == Hit.Form.ALL_BEARERS) {
                staff(hit).forEach(who -> add(meant, who, hit));
                continue;
            }
            if (isSomebodysRole(hit, kept)) {
                continue;
            }
            int who = who(hit);
            if (who >= 0) {
                add(meant, who, hit);
            } else {
                open.add(hit);
            }
        }
        return new Resolved(meant, open);
    }

    private static void add(Map<Integer, List<Place>> meant, int who, Hit hit) {
        meant.computeIfAbsent(who, k -> new ArrayList<>(2)).add(place(hit, who));
    }

    /** "Bruno, the moderator": the role is said of him, whoever else has it. */
    private boolean isSomebodysRole(Hit role, List<Hit> kept) {
        if (!role.aliases().stream().allMatch(Alias::isRole)) {
            return false;
        }
        for (Hit name : kept) {
            if (name.aliases().stream().noneMatch(Alias::isRole)
                    && (beside.nextTo(role.end(), name.start())
                            || beside.apposed(name.end(), role.start(), role.end()))) {
                return staff(role).stream().noneMatch(staff(name)::contains);
            }
        }
        return false;
    }

    private static boolean isSure(Alias alias) {
        return alias.kind() == Kind.FULL || alias.kind() == Kind.HANDLE;
    }

    private static List<Hit> longestFirst(List<Hit> accepted) {
        List<Hit> sorted = new ArrayList<>(accepted);
        sorted.sort(
                Comparator.comparing(Hit::misspelt)
                        .thenComparing(Comparator.comparingInt(Hit::length).reversed())
                        .thenComparingInt(Hit::start));
        List<Hit> kept = new ArrayList<>(sorted.size());
        Map<Integer, Hit> byPlace = new HashMap<>();
        for (Hit hit : sorted) {
            boolean free = true;
            for (int i = hit.start(); i < hit.end() && free; i++) {
                free = !byPlace.containsKey(i);
            }
            if (free) {
                for (int i = hit.start(); i < hit.end(); i++) {
                    byPlace.put(i, hit);
                }
                kept.add(hit);
            }
        }
        return kept;
    }

    private int who(Hit hit) {
        Set<Integer> staff = staff(hit);
        if (staff.size() == 1) {
            return staff.iterator().next();
        }
        int only = only(staff, certain);
        only = only >= 0 ? only : only(staff, described(hit, staff));
        only = only >= 0 ? only : only(staff, inThread);
        return only >= 0 ? only : only(staff, onPlatform);
    }

    /** Those of them beside whose name a word stands that belongs to their role alone. */
    private Set<Integer> described(Hit hit, Set<Integer> staff) {
        if (staff.size() > MOST_DESCRIBED) {
            return Set.of();
        }
        Set<String> near = beside.wordsNear(hit.start(), hit.end());
        Map<String, Integer> owners = new HashMap<>();
        for (int one : staff) {
            roleWords.apply(one).forEach(word -> owners.merge(word, one, (a, b) -> -1));
        }
        Set<Integer> described = new TreeSet<>();
        owners.forEach(
                (word, owner) -> {
                    if (owner >= 0 && (near.contains(word) || near.contains(word + "s"))) {
                        described.add(owner);
                    }
                });
        return described;
    }

    private static int only(Set<Integer> staff, Set<Integer> context) {
        int found = -1;
        for (int s : staff) {
            if (context.contains(s)) {
                if (found >= 0) {
                    return -1;
                }
                found = s;
            }
        }
        return found;
    }

    private static Set<Integer> staff(Hit hit) {
        Set<Integer> staff = new TreeSet<>();
        hit.aliases().forEach(a -> staff.add(a.staff()));
        return staff;
    }

    private static Place place(Hit hit, int who) {
        Kind best = null;
        for (Alias alias : hit.aliases()) {
            if (alias.staff() == who
                    && (best == null || alias.kind().confidence > best.confidence)) {
                best = alias.kind();
            }
        }
        return new Place(hit.start(), hit.end(), hit.misspelt() ? Kind.DERIVED : best);
    }

    /** Where somebody is meant, in folded characters. */
    record Place(int start, int end, Kind kind) {}
}
