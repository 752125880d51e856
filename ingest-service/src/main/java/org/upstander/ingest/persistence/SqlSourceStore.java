package org.upstander.ingest.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.source.SourceStore;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

@ApplicationScoped
class SqlSourceStore implements SourceStore {

    /** Another instance may be of a later version already. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final String SELECT =
            """
            select id, type, display_name, platform, url, secrets, poll_seconds, expected_rhythm,
                   settings, paused
            from source
            """;

    private final Sql sql;
    private final SealedSecrets sealed;

    SqlSourceStore(Sql sql, SealedSecrets sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    @Override
    public CompletionStage<List<Source>> all() {
        return sql.run(SELECT + "order by id", Tuple.tuple()).thenApply(this::sources);
    }

    @Override
    public CompletionStage<Optional<Source>> find(String id) {
        return sql.run(SELECT + "where id = $1", Tuple.of(id))
                .thenApply(rows -> sources(rows).stream().findFirst());
    }

    @Override
    public CompletionStage<Boolean> save(Source source, Instant at) {
        Tuple values =
                Tuple.tuple()
                        .addString(source.id())
                        .addString(source.type())
                        .addString(source.displayName())
                        .addString(source.platform())
                        .addString(source.url())
                        .addBuffer(Buffer.buffer(sealed.seal(source.id(), source.secrets())))
                        .addLong(source.poll() == null ? null : source.poll().toSeconds())
                        .addString(
                                source.expectedRhythm() == null
                                        ? null
                                        : source.expectedRhythm().toString())
                        .addString(written(source.settings()))
                        .addBoolean(source.paused())
                        .addOffsetDateTime(Sql.time(at));
        // xmax is 0 for a row that was inserted.
        return sql.run(
                        """
                        insert into source (id, type, display_name, platform, url, secrets, poll_seconds,
                                            expected_rhythm, settings, paused, created_at, updated_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
                        on conflict (id) do update set
                            type = excluded.type, display_name = excluded.display_name,
                            platform = excluded.platform, url = excluded.url,
                            secrets = excluded.secrets, poll_seconds = excluded.poll_seconds,
                            expected_rhythm = excluded.expected_rhythm,
                            settings = excluded.settings, paused = excluded.paused,
                            updated_at = excluded.updated_at
                        returning xmax <> 0 as existed
                        """,
                        values)
                .thenApply(rows -> rows.iterator().next().getBoolean("existed"));
    }

    @Override
    public CompletionStage<Boolean> pause(String id, boolean paused, Instant at) {
        return sql.run(
                        "update source set paused = $2, updated_at = $3 where id = $1",
                        Tuple.of(id, paused, Sql.time(at)))
                .thenApply(rows -> rows.rowCount() > 0);
    }

    @Override
    public CompletionStage<Boolean> delete(String id) {
        return sql.run("delete from source where id = $1", Tuple.of(id))
                .thenApply(rows -> rows.rowCount() > 0);
    }

    private List<Source> sources(RowSet<Row> rows) {
        List<Source> sources = new ArrayList<>();
        rows.forEach(row -> sources.add(source(row)));
        return sources;
    }

    private Source source(Row row) {
        String id = row.getString("id");
        Long poll = row.getLong("poll_seconds");
        String rhythm = row.getString("expected_rhythm");
        return new Source(
                id,
                row.getString("type"),
                row.getString("display_name"),
                row.getString("platform"),
                row.getString("url"),
                sealed.open(id, row.getBuffer("secrets").getBytes()),
                poll == null ? null : Duration.ofSeconds(poll),
                rhythm == null ? null : Duration.parse(rhythm),
                read(row.getString("settings")),
                row.getBoolean("paused"));
    }

    private static String written(SourceSettings settings) {
        try {
            return JSON.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written", e);
        }
    }

    private static SourceSettings read(String settings) {
        try {
            return JSON.readValue(settings, SourceSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what this service wrote can be read", e);
        }
    }
}
