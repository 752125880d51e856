package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A one-time code or a test message to one address of a contact.
 *
 * @param id of its own; the code is derived from it
 * @param kind which of the two
 * @param contactId whose address
 * @param channel of the address
 * @param address may be a credential
 * @param createdAt when it was asked for
 * @param expiresAt from when on it is neither sent nor accepted
 */
public record MethodCheck(
        String id,
        Kind kind,
        String contactId,
        Channel channel,
        String address,
        Instant createdAt,
        Instant expiresAt) {

    /** How long a code or test is good for. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** Wrong codes after which the right one is refused as well. */
    public static final int MOST_WRONG = 5;

    /** What is sent. */
    public enum Kind {
        CODE(limits(1, 3, 5, 10)),
        TEST(limits(1, 5, 10, 20));

        private final Throttle throttle;

        Kind(Throttle throttle) {
            this.throttle = throttle;
        }

        /** Over all addresses of one contact, or a list of addresses would be a way round it. */
        public Throttle throttle() {
            return throttle;
        }

        /** As in the database. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Throttle limits(int minute, int quarter, int hour, int day) {
            return new Throttle(
                    List.of(
                            new Throttle.Limit(minute, Duration.ofMinutes(1)),
                            new Throttle.Limit(quarter, Duration.ofMinutes(15)),
                            new Throttle.Limit(hour, Duration.ofHours(1)),
                            new Throttle.Limit(day, Duration.ofDays(1))));
        }
    }
}
