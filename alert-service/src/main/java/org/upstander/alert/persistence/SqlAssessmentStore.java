package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.application.AssessmentStore;
import org.upstander.alert.application.StoreConflict;
import org.upstander.alert.application.original.OriginalSettings;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;

@ApplicationScoped
class SqlAssessmentStore implements AssessmentStore {

    private static final String RECORDED =
            """
            select id from assessment
            where id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
            """;

    // One statement for all tables, so that rows travel and are read once. Two instances with the
    // same assessments meet at the primary key: the second waits, keeps less than it was given, and
    // does its work again on what the first left.
    private static final String ADD =
            """
            with given as materialized (
                select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id text,
                    post_id text, revision text, staff_id text, source text, external_id text,
                    author_key text, author_id text, author_handle text, author_name text,
                    author_bot boolean, author_staff boolean,
                    thread_id text, thread_title text, url text, posted_at timestamptz,
                    assessed_at timestamptz, verdict text, severity smallint, score double precision,
                    categories jsonb, binding text, spam boolean, language text, model text,
                    shadow text, incident_id text, counted smallint, spans text, text text,
                    received_at timestamptz)
            ), kept as (
                insert into assessment (id, post_id, revision, staff_id, source, external_id,
                    author_key, author_id, author_handle, thread_id, url, posted_at, assessed_at,
                    recorded_at, verdict, severity, score, categories, binding, spam, language,
                    model, shadow, incident_id)
                select id, post_id, revision, staff_id, source, external_id,
                    author_key, author_id, author_handle, thread_id, url, posted_at, assessed_at,
                    cast(cast(:recorded_at as text) as timestamptz), verdict, severity, score,
                    array(select jsonb_array_elements_text(categories)), binding, spam, language,
                    model, shadow, incident_id
                from given order by id
                on conflict (id) do nothing
                returning id
            ), posts as (
                insert into incident_post (incident_id, post_id)
                select distinct incident_id, post_id from given where incident_id is not null
                on conflict do nothing
            ), authors as (
                insert into incident_author (incident_id, author_key, source, author_id, handle)
                select distinct on (incident_id, author_key) incident_id, author_key, source,
                    author_id, author_handle
                from given where incident_id is not null
                on conflict do nothing
            ), evidence as (
                insert into evidence (assessment_id, incident_id, post_id, revision, source,
                    external_id, author_id, author_handle, author_name, author_bot, author_staff,
                    thread_id, thread_title, url, posted_at, severity, categories, spans, text)
                select id, incident_id, post_id, revision, source,
                    external_id, author_id, author_handle, author_name, author_bot, author_staff,
                    thread_id, thread_title, url, posted_at, counted, array(select jsonb_array_elements_text(categories)),
                    spans, text
                from given where incident_id is not null
                on conflict do nothing
            ), begun as (
                select incident_id, (select count(*) from (
                    select 1 from original o where o.incident_id = i.incident_id limit :originals) few) as have
                from (select distinct incident_id from given where incident_id is not null) i
            ), originals as (
                insert into original (assessment_id, incident_id, post_id, revision, received_at, assessed_at, due_at)
                select id, incident_id, post_id, revision, received_at, assessed_at,
                    cast(cast(:recorded_at as text) as timestamptz)
                from (select g.*, b.have, row_number() over (partition by g.incident_id order by g.id) as place
                    from given g join begun b on b.incident_id = g.incident_id) ranked
                where have + place <= :originals
                on conflict do nothing
            )
            select count(*) from kept
            """;

    private final OriginalSettings originals;

    SqlAssessmentStore(OriginalSettings originals) {
        this.originals = originals;
    }

    /**
     * @param counted severity in the incident, which an event mode may have raised
     */
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
            String authorName,
            Boolean authorBot,
            Boolean authorStaff,
            String threadId,
            String threadTitle,
            String url,
            Instant postedAt,
            Instant assessedAt,
            String verdict,
            int severity,
            double score,
            List<String> categories,
            String binding,
            boolean spam,
            String language,
            String model,
            String shadow,
            String incidentId,
            int counted,
            String spans,
            String text,
            Instant receivedAt) {

        static Row of(Assessment assessment, Joined joined) {
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
                    post.author().displayName(),
                    post.author().bot(),
                    post.author().staff(),
                    post.threadId(),
                    post.threadTitle(),
                    post.url(),
                    post.postedAt(),
                    assessment.assessedAt(),
                    assessment.verdict().wireName(),
                    assessment.severity(),
                    assessment.score(),
                    assessment.categories(),
                    assessment.binding(),
                    assessment.spam(),
                    assessment.language(),
                    assessment.model(),
                    assessment.shadow() == null ? null : assessment.shadow().wireName(),
                    joined.incidentId(),
                    joined.severity(),
                    Sql.json(assessment.spans()),
                    joined.incidentId() == null ? null : post.text(),
                    post.receivedAt());
        }
    }

    /** What an assessment became part of. */
    private record Joined(String incidentId, int severity) {

        static final Joined NOTHING = new Joined(null, 0);
    }

    // What records begins with it.
    @Override
    public Uni<Set<String>> recorded(Collection<String> ids) {
        return Uni.combine()
                .all()
                .unis(
                        Sql.planForLookUps(),
                        Sql.column(RECORDED, String.class, Map.of("ids", Sql.json(ids))))
                .with((planned, known) -> new HashSet<>(known));
    }

    @Override
    public Uni<Void> add(
            List<Assessment> fresh, List<Grouping.Change> changes, Instant recordedAt) {
        Map<String, Joined> joined = new HashMap<>();
        for (Grouping.Change change : changes) {
            String incident = change.incident().id();
            change.attacks()
                    .forEach(one -> joined.put(one.id(), new Joined(incident, one.severity())));
        }
        List<Row> rows =
                fresh.stream()
                        .map(one -> Row.of(one, joined.getOrDefault(one.id(), Joined.NOTHING)))
                        .toList();
        return Sql.column(
                        ADD,
                        Long.class,
                        Map.of(
                                "rows", Sql.json(rows),
                                "recorded_at", recordedAt.toString(),
                                "originals", originals.wanted() ? originals.perIncident() : 0))
                .invoke(
                        kept -> {
                            if (kept.get(0) != rows.size()) {
                                throw new StoreConflict(null);
                            }
                        })
                .replaceWithVoid();
    }
}
