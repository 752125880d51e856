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
    private final Map<String, int[]> byFullName = new HashMap<>();
    private final List<StaffMember> staff;

    Accounts(List<StaffMember> staff) {
        this.staff = staff;
        for (int i = 0; i < staff.size(); i++) {
            for (StaffMember.Handle handle : staff.get(i).handles()) {
                add(byHandle, Canonical.handle(handle.handle()), i);
                add(
                        byHandle,
                        platform(handle.platform()) + "\n" + Canonical.handle(handle.handle()),
                        i);
            }
            addFullName(staff.get(i).displayName(), i);
            for (String name : staff.get(i).names()) {
                addFullName(name, i);
            }
        }
    }

    private void addFullName(String name, int index) {
        List<String> words = name == null ? List.of() : Canonical.words(name);
        if (words.size() > 1) {
            add(byFullName, String.join(" ", words), index);
        }
    }

    private static void add(Map<String, int[]> accounts, String key, int index) {
        accounts.merge(
                key,
                new int[] {index},
                (a, b) -> a[a.length - 1] == b[0] ? a : new int[] {a[0], b[0]});
    }

    /**
     * The one member of staff who wrote something, the same platform first; else -1. A name that
     * anybody may give to their account proves nothing.
     */
    int author(String source, Post.Author author) {
        if (author == null) {
            return -1;
        }
        return account(source, author.handle() == null ? author.displayName() : author.handle());
    }

    /** The one member of staff who is answered; sources may know them by name only. Else -1. */
    int answered(String source, Post.Author author) {
        if (author == null) {
            return -1;
        }
        int found = account(source, author.handle());
        found = found >= 0 ? found : account(source, author.displayName());
        found = found >= 0 ? found : fullName(author.displayName());
        return found >= 0 ? found : fullName(author.handle());
    }

    private int fullName(String name) {
        return name == null ? -1 : only(byFullName, String.join(" ", Canonical.words(name)));
    }

    private int account(String source, String handle) {
        if (handle == null || handle.isEmpty()) {
            return -1;
        }
        String plain = Canonical.handle(handle);
        int here = only(byHandle, platform(source) + "\n" + plain);
        return here >= 0 ? here : only(byHandle, plain);
    }

    private static int only(Map<String, int[]> accounts, String key) {
        int[] found = accounts.get(key);
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
