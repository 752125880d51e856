package org.upstander.alert.domain;

import java.util.Map;
import java.util.Set;

/**
 * What patterns add to the grouping of attacks: groups beside author and thread, which hold as long
 * as the pattern is seen and which no incident keeps as its own.
 *
 * @param groups of an attack, by the id of its assessment
 * @param owners which incident such a group belongs to now
 * @param lasting groups whose owner goes on, however long it was quiet, until it is resolved
 * @param patterns that an attack is part of, by the id of its assessment
 */
public record Ties(
        Map<String, Set<GroupKey>> groups,
        Map<GroupKey, String> owners,
        Set<GroupKey> lasting,
        Map<String, Set<String>> patterns) {

    public static final Ties NONE = new Ties(Map.of(), Map.of(), Set.of(), Map.of());

    public Ties {
        groups = Map.copyOf(groups);
        owners = Map.copyOf(owners);
        lasting = Set.copyOf(lasting);
        patterns = Map.copyOf(patterns);
    }

    Set<GroupKey> groups(Assessment attack) {
        return groups.getOrDefault(attack.id(), Set.of());
    }

    boolean isLasting(GroupKey group) {
        return lasting.contains(group);
    }

    Set<String> patterns(Assessment attack) {
        return patterns.getOrDefault(attack.id(), Set.of());
    }
}
