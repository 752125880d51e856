package org.upstander.scoring.binding;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.StaffMember;

/** Whose account wrote something. */
final class Accounts {
    private final List<StaffMember> staff;
    private final TextIndex byHandle;
    private final TextIndex byFullName;

    Accounts(List<StaffMember> staff) {
        this.staff = staff;
        TextIndex.Builder handles = new TextIndex.Builder();
        TextIndex.Builder fullNames = new TextIndex.Builder();
        for (int i = 0; i < staff.size(); i++) {
            for (StaffMember.Handle handle : staff.get(i).handles()) {
                String plain = Canonical.handle(handle.handle());
                handles.put(plain, i);
                handles.put(platform(handle.platform()) + "\n" + plain, i);
            }
            addFullName(staff.get(i).displayName(), i, fullNames);
            for (String name : staff.get(i).names()) {
                addFullName(name, i, fullNames);
            }
        }
        byHandle = handles.build();
        byFullName = fullNames.build();
    }

    private static void addFullName(String name, int index, TextIndex.Builder fullNames) {
        List<String> words = name == null ? List.of() : Canonical.words(name);
        if (words.size() > 1) {
            fullNames.put(String.join(" ", words), index);
        }
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

    /** Whose it is, if it is one person's, however often it was given for them; else -1. */
    private static int only(TextIndex accounts, String key) {
        int found = accounts.find(key);
        if (found < 0) {
            return -1;
        }
        int who = accounts.number(found, 0);
        // Put in the order of the roster: whoever else there is stands last.
        return accounts.number(found, accounts.count(found) - 1) == who ? who : -1;
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
