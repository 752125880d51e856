package org.upstander.alert.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.infrastructure.EmbeddedDatabase;
import org.upstander.infrastructure.FreePorts;

/** Each migration runs on a database in use, and what was kept before is kept after. */
class MigrationIT {

    /** What a night on the first version left behind: one incident in each state of its pages. */
    private static final String NIGHT =
            """
            insert into incident (id, staff_id, state, severity, categories, sources, post_count, author_count,
                opened_at, last_activity_at, policy, version)
              select 'in-' || n, 'cm-1', case n when 1 then 'open' when 2 then 'acknowledged' else 'resolved' end,
                2, '{insult}', '{forum}', 1, 1, '2026-01-01Z', '2026-01-01Z', null, 0 from generate_series(1, 3) n;
            update incident set patterns = '{persistence,pile-on}' where id = 'in-1';
            insert into incident_key values ('k-1', 'in-1');
            insert into incident_post values ('in-1', 'po-1');
            insert into incident_author values ('in-1', 'ak-1', 'forum', '8', 'heath');
            insert into assessment (id, post_id, revision, staff_id, source, external_id, author_key, posted_at,
                assessed_at, recorded_at, verdict, severity, score, categories, binding, spam, model, incident_id)
              values ('as-1', 'po-1', 'r1', 'cm-1', 'forum', '1', 'ak-1', '2026-01-01Z', '2026-01-01Z', '2026-01-01Z',
                'attack', 2, 0.9, '{insult}', 'name', false, 'm', 'in-1');
            insert into evidence (assessment_id, incident_id, post_id, revision, source, external_id, posted_at,
                severity, categories, spans, text)
              values ('as-1', 'in-1', 'po-1', 'r1', 'forum', '1', '2026-01-01Z', 2, '{insult}', '[]', 'text');
            insert into timeline (incident_id, at, what, reason) values ('in-1', '2026-01-01Z', 'opened', 'First.');
            insert into page values ('pg-1', 'in-1', 0, 1, 'fired', '2026-01-01Z', '2026-01-01Z', 'First.'),
              ('pg-2', 'in-1', 0, 2, 'pending', '2026-01-01Z', null, 'Nobody acknowledged.');
            insert into delivery (id, kind, incident_id, page_id, contact_id, method, channel, address, step, reason,
                state, attempt, due_at, lease_until, created_at, delivered_at, receipt, failure)
              select 'dl-' || state, 'page', 'in-1', 'pg-1', 'ct-1', 0, 'email', state || '@example.org', 1, 'First.',
                state, 1, '2026-01-01Z', null, '2026-01-01Z',
                case state when 'delivered' then timestamptz '2026-01-01Z' end, 'r', null
              from unnest('{pending,sending,retry,delivered,failed,cancelled}'::text[]) state;
            insert into notification (delivery_id, incident_id, kind, contact_id, channel, step, attempt, at, took_ms, outcome)
              values ('dl-delivered', 'in-1', 'page', 'ct-1', 'email', 1, 1, '2026-01-01Z', 12, 'delivered');
            insert into signal (id, type, at, received_at) values ('sg-1', 'contact-attempt', '2026-01-01Z', '2026-01-01Z');
            insert into inbox values ('assessments', 'as-1', '2026-01-01Z');
            insert into outbox (topic, key, type, value, created_at) values ('t', 'k', 't', null, '2026-01-01Z');
            """;

    private static final String DIRECTORY =
            """
            insert into staff values ('cm-1', 'ct-1', null, '{}', '2026-01-01Z');
            insert into contact values ('ct-1', '{}', '2026-01-01Z');
            insert into policy values ('po-1', '{}', '2026-01-01Z');
            insert into api_token values ('tk-1', 'hash', '{}', '2026-01-01Z');
            insert into evidence_read (incident_id, reader, at) values ('in-1', 'ct-1', '2026-01-01Z');
            """;

    private static final List<String> TABLES =
            List.of(
                    "incident",
                    "incident_key",
                    "incident_post",
                    "incident_author",
                    "assessment",
                    "evidence",
                    "timeline",
                    "page",
                    "delivery",
                    "notification",
                    "signal",
                    "inbox",
                    "outbox");

    private static final List<String> OF_THE_DIRECTORY =
            List.of("staff", "contact", "policy", "api_token", "evidence_read");

    @TempDir Path directory;

    @Test
    void everyMigrationRunsOnADatabaseInUseAndKeepsWhatIsThere() throws SQLException {
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(directory.resolve("db"), FreePorts.one())) {
            String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/postgres";
            List<String> versions =
                    Arrays.stream(to(url, "latest").info().all())
                            .map(MigrationInfo::getVersion)
                            .map(Object::toString)
                            .toList();
            assertThat(versions).startsWith("1", "2").hasSizeGreaterThan(10);
            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                    Statement statement = connection.createStatement()) {
                // Given
                to(url, "1").migrate();
                statement.execute(NIGHT);
                to(url, "2").migrate();
                statement.execute(DIRECTORY);
                List<String> tables = new ArrayList<>(TABLES);
                tables.addAll(OF_THE_DIRECTORY);
                List<List<String>> columns = new ArrayList<>();
                List<String> before = new ArrayList<>();
                for (String table : tables) {
                    columns.add(columns(statement, table));
                    before.add(rows(statement, table, columns.get(columns.size() - 1)));
                }

                for (String version : versions.subList(2, versions.size())) {
                    // When
                    to(url, version).migrate();

                    // Then
                    for (int at = 0; at < tables.size(); at++) {
                        assertThat(rows(statement, tables.get(at), columns.get(at)))
                                .as("%s after V%s", tables.get(at), version)
                                .isEqualTo(before.get(at));
                    }
                }
                assertThat(before).doesNotContain("").doesNotContainNull();
                // Of a run that was told of before nobody is told again.
                assertThat(rows(statement, "told_run", List.of("pattern", "assessment_id")))
                        .isEqualTo("(persistence,as-1)");
            }
        }
    }

    private static Flyway to(String url, String version) {
        return Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/migration")
                .target(version)
                .load();
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet names =
                statement.executeQuery(
                        "select quote_ident(column_name) from information_schema.columns"
                                + " where table_name = '"
                                + table
                                + "' order by ordinal_position")) {
            while (names.next()) {
                columns.add(names.getString(1));
            }
        }
        return columns;
    }

    /** All rows of the table, by the columns it had at first. */
    private static String rows(Statement statement, String table, List<String> columns)
            throws SQLException {
        try (ResultSet rows =
                statement.executeQuery(
                        "select string_agg(r::text, E'\\n' order by r::text) from (select "
                                + String.join(",", columns)
                                + " from "
                                + table
                                + ") r")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
