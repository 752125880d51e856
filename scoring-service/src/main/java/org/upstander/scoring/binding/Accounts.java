package org.upstander.scoring.binding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.StaffMember;

/** Whose account wrote something. */
final class Accounts {
    private final Map<String, int[]> byHandle = new HashMap<>();
    private final List<StaffMember> staff;

    Accounts(List<StaffMember> staff) {
        this.staff = staff;
        for (int i = 0; i < staff.size(); i++) {
            for (StaffMember.Handle handle : staff.get(i).handles()) {
                add(Canonical.handle(handle.handle()), i);
                add(platform(handle.platform()) + "\n" + Canonical.handle(handle.handle()), i);
            }
        }
    }

    private void add(String key, int index) {
        byHandle.merge(
                key,
                new int[] {index},
                (a, b) -> a[a.length - 1] == b[0] ? a : new int[] {a[0], b[0]});
    }

    /** The one member of staff with this account, the same platform first; else -1. */
    int find(String source, Post.Author author) {
        if (author == null) {
            return -1;
        }
        int byHandle = account(source, author.handle());
        return byHandle >= 0 ? byHandle : account(source, author.displayName());
    }

    private int account(String source, String handle) {
        if (handle == null || handle.isEmpty()) {
            return -1;
        }
        String plain = Canonical.handle(handle);
        int here = only(platform(source) + "\n" + plain);
        return here >= 0 ? here : only(plain);
    }

    private int only(String key) {
        int[] found = byHandle.get(key);
        return found != null && found.length == 1 ? found[0] : -1;
    }

    /** Who of these has an account on the platform. */
    Set<Integer> on(String source, Set<Integer> some) {
        Set<Integer> here = new HashSet<>();
        for (int i : some) {
            for (StaffMember.Handle handle : staff.get(i).handles()) {
                if (platform(handle.platform()).equals(platform(source))) {
                    here.add(i);
                }
            }
        }
        return here;
    }

    private static String platform(String source) {
        return source == null ? "" : source.toLowerCase(Locale.ROOT);
    }
}
