package org.upstander.scoring.binding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.upstander.scoring.domain.StaffMember;

/**
 * Whose a protected identifier is, by its hash. Holds eight bytes of each and a number: the whole
 * hash is with the member of staff. Open addressing, at most half full.
 */
final class IdentifierOwners {
    private static final int NOBODY = -1;

    private final List<StaffMember> staff;
    private final long[] heads;
    private final int[] owners;

    IdentifierOwners(List<StaffMember> staff) {
        this.staff = staff;
        int count = staff.stream().mapToInt(member -> member.protectedIdentifiers().size()).sum();
        int size = Math.max(2, Integer.highestOneBit(Math.max(1, count)) * 4);
        heads = new long[size];
        owners = new int[size];
        Arrays.fill(owners, NOBODY);
        for (int i = 0; i < staff.size(); i++) {
            for (StaffMember.ProtectedIdentifier id : staff.get(i).protectedIdentifiers()) {
                byte[] bytes = parse(id.hash());
                if (bytes.length >= Long.BYTES) {
                    put(head(bytes), i);
                }
            }
        }
    }

    private void put(long head, int owner) {
        int at = slot(head);
        while (owners[at] != NOBODY) {
            at = next(at);
        }
        heads[at] = head;
        owners[at] = owner;
    }

    /** Places in the roster of those who have an identifier with this hash. */
    List<Integer> of(byte[] hash) {
        long head = head(hash);
        List<Integer> found = List.of();
        for (int at = slot(head); owners[at] != NOBODY; at = next(at)) {
            if (heads[at] == head
                    && has(staff.get(owners[at]), hash)
                    && !found.contains(owners[at])) {
                found = found.isEmpty() ? new ArrayList<>(1) : found;
                found.add(owners[at]);
            }
        }
        return found;
    }

    private static boolean has(StaffMember member, byte[] hash) {
        String hex = HexFormat.of().formatHex(hash);
        return member.protectedIdentifiers().stream()
                .anyMatch(id -> hex.equalsIgnoreCase(id.hash()));
    }

    private int slot(long head) {
        // The head of a hash is evenly spread by itself.
        return (int) head & (owners.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (owners.length - 1);
    }

    /** A malformed hash matches nothing: the roster's other people are still protected. */
    private static byte[] parse(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static long head(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }
}
