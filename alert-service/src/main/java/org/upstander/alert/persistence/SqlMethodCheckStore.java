package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Wakeups;
import org.upstander.alert.application.directory.MethodCheckStore;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.MethodCheck;

@ApplicationScoped
class SqlMethodCheckStore implements MethodCheckStore {

    private static final String INSERT =
            """
            insert into method_check (id, kind, contact_id, channel, address, state, due_at, created_at, expires_at)
            values (:id, :kind, :contact, :channel, :address, 'pending', cast(cast(:at as text) as timestamptz),
                cast(cast(:at as text) as timestamptz), cast(cast(:expires as text) as timestamptz))
            """;

    private static final String FORGET =
            """
            delete from method_check
            where contact_id = :contact and created_at < cast(cast(:before as text) as timestamptz)
            """;

    private static final String SINCE =
            """
            select created_at from method_check
            where contact_id = :contact and kind = :kind and created_at >= cast(cast(:from as text) as timestamptz)
            """;

    // Only the newest counts: whoever asks for a second code has given up the first. The row stays
    // locked, so that many guesses at once are counted one by one.
    private static final String OPEN =
            """
            select id, wrong from method_check
            where contact_id = :contact and kind = 'code' and channel = :channel and address = :address
              and state <> 'used' and expires_at > cast(cast(:now as text) as timestamptz)
            order by created_at desc limit 1
            for update
            """;

    private static final String CLAIM =
            """
            update method_check set state = 'sending', attempt = attempt + 1,
                lease_until = cast(cast(:lease as text) as timestamptz)
            where id in (
                select id from method_check
                where expires_at > cast(cast(:now as text) as timestamptz)
                  and (state = 'pending' and due_at <= cast(cast(:now as text) as timestamptz)
                       or state = 'sending' and lease_until <= cast(cast(:now as text) as timestamptz))
                order by due_at
                limit :limit
                for update skip locked)
            returning id, kind, channel, address, attempt, contact_id
            """;

    // A code may be typed in before its sending is recorded: what is used stays used. A late answer
    // to an attempt whose lease is over changes nothing.
    private static final String DONE =
            """
            update method_check set state = :state, failure = nullif(cast(:failure as text), ''), lease_until = null,
                due_at = coalesce(cast(nullif(cast(:due as text), '') as timestamptz), due_at)
            where id = :id and state = 'sending' and attempt = :attempt
            """;

    private final Runnable wakeSender;

    SqlMethodCheckStore(Wakeups wakeups) {
        this.wakeSender = () -> wakeups.wake(Wakeups.Work.METHOD_CHECKS);
    }

    @Override
    public Uni<List<Instant>> since(String contactId, MethodCheck.Kind kind, Instant from) {
        return Sql.rows(
                        SINCE,
                        Map.of(
                                "contact",
                                contactId,
                                "kind",
                                kind.wireName(),
                                "from",
                                from.toString()))
                .map(rows -> rows.stream().map(row -> Sql.time(row[0])).toList());
    }

    @Override
    public Uni<Void> add(MethodCheck check, Instant forgetBefore) {
        AfterCommit.add(wakeSender);
        Map<String, Object> row = new HashMap<>();
        row.put("id", check.id());
        row.put("kind", check.kind().wireName());
        row.put("contact", check.contactId());
        row.put("channel", check.channel().wireName());
        row.put("address", check.address());
        row.put("at", check.createdAt().toString());
        row.put("expires", check.expiresAt().toString());
        return Sql.update(
                        FORGET,
                        Map.of("contact", check.contactId(), "before", forgetBefore.toString()))
                .chain(() -> Sql.update(INSERT, row))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Open>> open(String contactId, ContactMethod method, Instant now) {
        return Sql.rows(
                        OPEN,
                        Map.of(
                                "contact", contactId,
                                "channel", method.channel().wireName(),
                                "address", method.address(),
                                "now", now.toString()))
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(row -> new Open((String) row[0], (Integer) row[1])));
    }

    @Override
    public Uni<Void> wrong(String id) {
        return Sql.update(
                        "update method_check set wrong = wrong + 1 where id = :id",
                        Map.of("id", id))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> used(String id) {
        return Sql.update("update method_check set state = 'used' where id = :id", Map.of("id", id))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Claim>> claim(Instant now, Instant leaseUntil, int limit) {
        return Sql.rows(
                        CLAIM,
                        Map.of(
                                "now",
                                now.toString(),
                                "lease",
                                leaseUntil.toString(),
                                "limit",
                                limit))
                .map(rows -> rows.stream().map(SqlMethodCheckStore::claim).toList());
    }

    private static Claim claim(Object[] row) {
        return new Claim(
                (String) row[0],
                MethodCheck.Kind.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
                Channel.of((String) row[2]).orElseThrow(),
                (String) row[3],
                (Integer) row[4],
                (String) row[5]);
    }

    @Override
    public Uni<Void> sent(Claim claim) {
        return done(claim, "sent", "", "");
    }

    @Override
    public Uni<Void> failed(Claim claim, FailureKind kind, Optional<Instant> again) {
        return done(
                claim,
                again.isPresent() ? "pending" : "failed",
                kind.name(),
                again.map(Instant::toString).orElse(""));
    }

    private static Uni<Void> done(Claim claim, String state, String failure, String due) {
        return Sql.update(
                        DONE,
                        Map.of(
                                "state", state,
                                "failure", failure,
                                "due", due,
                                "id", claim.id(),
                                "attempt", claim.attempt()))
                .replaceWithVoid();
    }
}
