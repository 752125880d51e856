package org.upstander.ingest.persistence;

import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.report.ReportCodeStore;

@ApplicationScoped
class SqlReportCodeStore implements ReportCodeStore {

    private final Sql sql;

    SqlReportCodeStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public CompletionStage<Void> put(String staffId, String hash, Instant at) {
        return sql.run(
                        """
                        insert into report_code (staff_id, hash, made_at) values ($1, $2, $3)
                        on conflict (staff_id) do update set
                            hash = excluded.hash, made_at = excluded.made_at
                        """,
                        Tuple.of(staffId, hash, Sql.time(at)))
                .thenApply(kept -> null);
    }

    @Override
    public CompletionStage<Boolean> remove(String staffId) {
        return sql.run("delete from report_code where staff_id = $1", Tuple.of(staffId))
                .thenApply(rows -> rows.rowCount() > 0);
    }

    @Override
    public CompletionStage<Optional<String>> staff(List<String> hashes) {
        return sql.run(
                        "select staff_id from report_code where hash = any($1)",
                        Tuple.tuple().addArrayOfString(hashes.toArray(String[]::new)))
                .thenApply(
                        rows ->
                                rows.size() == 0
                                        ? Optional.empty()
                                        : Optional.of(
                                                rows.iterator().next().getString("staff_id")));
    }
}
