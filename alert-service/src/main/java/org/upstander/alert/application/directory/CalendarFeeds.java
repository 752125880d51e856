package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.directory.FeedStore.Kind;
import org.upstander.alert.application.directory.FeedStore.Owner;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.schedule.PublishedShift;
import org.upstander.alert.domain.schedule.Schedule;

/** Shifts as calendars that are read by a secret address. */
@Singleton
public class CalendarFeeds {

    private final Transactions transactions;
    private final DirectoryStores stores;
    private final FeedStore feeds;
    private final FeedSecrets secrets;
    private final Clock clock;

    CalendarFeeds(
            Transactions transactions,
            DirectoryStores stores,
            FeedStore feeds,
            FeedSecrets secrets,
            Clock clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.feeds = feeds;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A calendar.
     *
     * @param name of the schedule or the contact
     * @param entries by their beginning
     */
    public record Feed(String name, List<Entry> entries) {}

    /**
     * One shift.
     *
     * @param contact display name
     * @param schedule display name
     * @param revisedAt when anything that it shows may last have changed; never goes back
     */
    public record Entry(
            PublishedShift published, String contact, String schedule, Instant revisedAt) {}

    /**
     * Makes the address of a calendar; the one before stops working.
     *
     * @return empty where there is no such owner
     */
    public Uni<Optional<URI>> renew(Owner owner) {
        String secret = secrets.next();
        return transactions.run(
                () ->
                        exists(owner)
                                .chain(
                                        there ->
                                                there
                                                        ? feeds.save(
                                                                        owner,
                                                                        secrets.hash(secret),
                                                                        clock.instant())
                                                                .map(
                                                                        done ->
                                                                                Optional.of(
                                                                                        secrets
                                                                                                .address(
                                                                                                        secret)))
                                                        : Uni.createFrom().item(Optional.empty())));
    }

    /**
     * Makes the address of a calendar useless.
     *
     * @return whether there was one
     */
    public Uni<Boolean> revoke(Owner owner) {
        return transactions.run(() -> feeds.delete(owner));
    }

    /**
     * @return empty where the secret is not one, or not any more
     */
    public Uni<Optional<Feed>> read(String secret) {
        return transactions.run(
                () ->
                        feeds.find(secrets.hash(secret))
                                .chain(
                                        owner ->
                                                owner.isPresent()
                                                        ? feed(owner.get())
                                                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Boolean> exists(Owner owner) {
        return owner.kind() == Kind.SCHEDULE
                ? stores.schedules().lock(owner.id()).map(Optional::isPresent)
                : stores.contacts().lock(owner.id()).map(Optional::isPresent);
    }

    private Uni<Optional<Feed>> feed(Owner owner) {
        return stores.contacts()
                .page("", Integer.MAX_VALUE)
                .map(
                        all ->
                                all.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        one -> one.value().id(),
                                                        Function.identity())))
                .chain(
                        contacts ->
                                owner.kind() == Kind.SCHEDULE
                                        ? stores.schedules()
                                                .find(owner.id())
                                                .map(found -> found.map(one -> of(one, contacts)))
                                        : stores.schedules()
                                                .page("", Integer.MAX_VALUE)
                                                .map(
                                                        schedules ->
                                                                of(
                                                                        owner.id(),
                                                                        schedules,
                                                                        contacts)));
    }

    private Feed of(Stored<Schedule> schedule, Map<String, Stored<Contact>> contacts) {
        return new Feed(schedule.value().displayName(), entries(schedule, null, contacts).toList());
    }

    private Optional<Feed> of(
            String contactId,
            List<Stored<Schedule>> schedules,
            Map<String, Stored<Contact>> contacts) {
        return Optional.ofNullable(contacts.get(contactId))
                .map(
                        contact ->
                                new Feed(
                                        contact.value().displayName(),
                                        schedules.stream()
                                                .filter(
                                                        one ->
                                                                one.value()
                                                                        .contacts()
                                                                        .contains(contactId))
                                                .flatMap(one -> entries(one, contactId, contacts))
                                                .sorted(
                                                        Comparator.comparing(
                                                                entry ->
                                                                        entry.published()
                                                                                .shift()
                                                                                .from()))
                                                .toList()));
    }

    private Stream<Entry> entries(
            Stored<Schedule> schedule, String only, Map<String, Stored<Contact>> contacts) {
        Instant now = clock.instant();
        return PublishedShift.of(schedule.value(), now).stream()
                .filter(one -> only == null || one.shift().contactId().equals(only))
                .map(one -> entry(one, schedule, contacts.get(one.shift().contactId()), now));
    }

    private static Entry entry(
            PublishedShift published,
            Stored<Schedule> schedule,
            Stored<Contact> contact,
            Instant now) {
        Instant revised = later(schedule.updatedAt(), PublishedShift.monday(now));
        return contact == null
                ? new Entry(
                        published,
                        published.shift().contactId(),
                        schedule.value().displayName(),
                        revised)
                : new Entry(
                        published,
                        contact.value().displayName(),
                        schedule.value().displayName(),
                        later(revised, contact.updatedAt()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
