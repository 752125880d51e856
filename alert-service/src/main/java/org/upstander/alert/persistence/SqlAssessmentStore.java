package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.AssessmentStore;
import org.upstander.alert.domain.Assessment;

@ApplicationScoped
class SqlAssessmentStore implements AssessmentStore {

    private static final String INSERT =
            """
            insert into assessment (id, post_id, revision, staff_id, source, external_id, author_key,
                author_id, author_handle, thread_id, url, posted_at, assessed_at, recorded_at, verdict,
                severity, score, categories, binding, spam, language, model, shadow)
            select id, post_id, revision, staff_id, source, external_id, author_key,
                author_id, author_handle, thread_id, url, posted_at, assessed_at, recorded_at, verdict,
                severity, score, array(select jsonb_array_elements_text(categories)), binding, spam,
                language, model, shadow
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id text, post_id text, revision text,
                staff_id text, source text, external_id text, author_key text, author_id text,
                author_handle text, thread_id text, url text, posted_at timestamptz,
                assessed_at timestamptz, recorded_at timestamptz, verdict text, severity smallint,
                score double precision, categories jsonb, binding text, spam boolean, language text,
                model text, shadow text)
            order by id
            on conflict (id) do nothing
            """;

    private record Row(
            String id,
            String postId,
            String revision,
            String staffId,
            String source,
            String externalId,
            String authorKey,
            String authorId,
            String authorHandle,
            String threadId,
            String url,
            Instant postedAt,
            Instant assessedAt,
            Instant recordedAt,
            String verdict,
            int severity,
            double score,
            List<String> categories,
            String binding,
            boolean spam,
            String language,
            String model,
            String shadow) {

        static Row of(Assessment assessment, Instant recordedAt) {
            Assessment.Post post = assessment.post();
            return new Row(
                    assessment.id(),
                    post.id(),
                    post.revision(),
                    assessment.staffId(),
                    post.source(),
                    post.externalId(),
                    post.author().key(post.source()),
                    post.author().id(),
                    post.author().handle(),
                    post.threadId(),
                    post.url(),
                    post.postedAt(),
                    assessment.assessedAt(),
                    recordedAt,
                    assessment.verdict().wireName(),
                    assessment.severity(),
                    assessment.score(),
                    assessment.categories(),
                    assessment.binding(),
                    assessment.spam(),
                    assessment.language(),
                    assessment.model(),
                    assessment.shadow() == null ? null : assessment.shadow().wireName());
        }
    }

    @Override
    public Uni<Void> add(List<Assessment> assessments, Instant recordedAt) {
        List<Row> rows = assessments.stream().map(one -> Row.of(one, recordedAt)).toList();
        return Sql.update(INSERT, Map.of("rows", Sql.json(rows))).replaceWithVoid();
    }
}
