package org.upstander.scoring.binding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.upstander.scoring.binding.Alias.Kind;

/**
 * Decides who is meant where several people have the same name. The longer name beats the shorter;
 * then whoever the post is certain about, is on its platform, or is named by its thread. Else
 * nobody: a page for the wrong person is worse than none.
 */
final class Resolver {
    private final Set<Integer> certain;
    private final Set<Integer> onPlatform;
    private final Set<Integer> inThread;

    /**
     * @param certain whom the post means whatever its words, for example by answering them
     * @param onPlatform who has a handle on the post's platform
     * @param inThread whom the thread's title names
     */
    Resolver(Set<Integer> certain, Set<Integer> onPlatform, Set<Integer> inThread) {
        this.certain = new TreeSet<>(certain);
        this.onPlatform = onPlatform;
        this.inThread = inThread;
    }

    /** Who is meant, each with the places that mean them. */
    Map<Integer, List<Place>> resolve(List<Hit> accepted) {
        List<Hit> kept = longestFirst(accepted);
        for (Hit hit : kept) {
            Set<Integer> staff = staff(hit);
            boolean sure = staff.size() == 1 && hit.aliases().stream().anyMatch(Resolver::isSure);
            if (sure) {
                certain.addAll(staff);
            }
        }
        Map<Integer, List<Place>> meant = new LinkedHashMap<>();
        kept.sort(Comparator.comparingInt(Hit::start));
        for (Hit hit : kept) {
            int who = who(staff(hit));
            if (who >= 0) {
                meant.computeIfAbsent(who, k -> new ArrayList<>(2)).add(place(hit, who));
            }
        }
        return meant;
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

    private int who(Set<Integer> staff) {
        if (staff.size() == 1) {
            return staff.iterator().next();
        }
        for (Set<Integer> context : List.of(certain, inThread, onPlatform)) {
            int only = only(staff, context);
            if (only >= 0) {
                return only;
            }
        }
        return -1;
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
