package org.upstander.alert.persistence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.flywaydb.core.Flyway;
import org.upstander.alert.application.reading.AssessmentView;
import org.upstander.alert.application.reading.Filters;
import org.upstander.alert.application.reading.Place;
import org.upstander.alert.application.reading.Query;
import org.upstander.alert.application.reading.Slice;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.InfrastructureResource;

/** Walks in pages of any size over any rows of the real database. */
class KeysetWalkIT {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static Vertx vertx;
    private static Pool pool;
    private static Connection connection;
    private static SqlLogReader reader;

    @BeforeContainer
    static void connect() throws SQLException {
        Database database = InfrastructureResource.shared().database();
        String url =
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.name());
        Flyway.configure().dataSource(url, database.user(), database.password()).load().migrate();
        connection = DriverManager.getConnection(url, database.user(), database.password());
        vertx = Vertx.vertx();
        pool =
                Pool.newInstance(
                        PgBuilder.pool()
                                .connectingTo(
                                        new PgConnectOptions()
                                                .setHost(database.host())
                                                .setPort(database.port())
                                                .setDatabase(database.name())
                                                .setUser(database.user())
                                                .setPassword(database.password()))
                                .using(vertx)
                                .build());
        Rows rows = new Rows(pool);
        reader = new SqlLogReader(rows, new SummaryReader(rows));
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        connection.close();
        pool.closeAndAwait();
        vertx.close();
    }

    /**
     * @param micros when each post was written: few values, so many are equal, and as fine as the
     *     database keeps them
     */
    @Property(tries = 60)
    void everyRowComesExactlyOnceAndInOrder(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 6) Integer> micros,
            @ForAll @IntRange(min = 1, max = 45) int limit)
            throws SQLException {
        // Given
        String staff = "walk-" + UUID.randomUUID();
        List<String> written = insert(staff, micros);

        // When
        List<AssessmentView> walked = new ArrayList<>();
        Optional<Place> at = Optional.empty();
        do {
            Slice<AssessmentView> part = page(staff, at, limit);
            assertThat(part.items()).hasSizeLessThanOrEqualTo(limit);
            walked.addAll(part.items());
            at = part.end();
        } while (at.isPresent());

        // Then
        assertThat(walked)
                .extracting(AssessmentView::id)
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(walked)
                .isSortedAccordingTo(
                        Comparator.comparing(AssessmentView::postedAt)
                                .thenComparing(AssessmentView::id)
                                .reversed());
    }

    private static Slice<AssessmentView> page(String staff, Optional<Place> after, int limit) {
        return reader.assessments(
                        new Query<>(
                                new Filters.Assessments(
                                        staff, null, null, null, null, null, false, null, null),
                                after,
                                limit))
                .await()
                .atMost(Duration.ofSeconds(15));
    }

    private static List<String> insert(String staff, List<Integer> micros) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement row =
                connection.prepareStatement(
                        """
                        insert into assessment (id, post_id, revision, staff_id, source, external_id, author_key, posted_at,
                            assessed_at, recorded_at, verdict, severity, score, categories, binding, spam, model)
                        values (?, 'p', 'r1', ?, 'forum', '1', 'k', ?, now(), now(), 'neutral', 0, 0.1, '{}', 'name', false, 'm')
                        """)) {
            for (Integer micro : micros) {
                // Ids of one length and alphabet: what is tested is the walk, not the collation.
                String id = UUID.randomUUID().toString().replace("-", "");
                row.setString(1, id);
                row.setString(2, staff);
                row.setObject(
                        3,
                        OffsetDateTime.ofInstant(NOON, ZoneOffset.UTC).plusNanos(1_000L * micro));
                row.addBatch();
                ids.add(id);
            }
            row.executeBatch();
        }
        return ids;
    }
}
