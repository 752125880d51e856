package org.upstander.alert.persistence;

/** How deliveries are put down, and taken by whoever sends them. */
final class DeliverySql {

    static final String INSERT =
            """
            insert into delivery (id, kind, incident_id, page_id, contact_id, method, channel,
                address, step, reason, rule_place, rule_after_ms, state, attempt, due_at,
                created_at, repeats)
            select id, kind, incident_id, page_id, contact_id, method, channel,
                address, step, reason, rule_place, rule_after_ms, 'pending', 0,
                cast(cast(:now as text) as timestamptz)
                    + coalesce(rule_after_ms, 0) * interval '1 millisecond',
                cast(cast(:now as text) as timestamptz),
                kind = 'page' and exists (select 1 from delivery e
                    where e.incident_id = r.incident_id and e.contact_id = r.contact_id
                      and e.kind = 'page' and e.page_id <> r.page_id and e.channel not in %s
                      and e.state in ('pending', 'sending', 'retry', 'delivered'))
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id text, kind text,
                incident_id text, page_id text, contact_id text, method int, channel text,
                address text, step int, reason text, rule_place int, rule_after_ms bigint)
            on conflict do nothing
            """
                    .formatted(Besides.CHANNELS);

    // The alert that another system keeps is named by the run that began it (AlertKey): what a
    // digest or, where the other side repeats by itself, a repetition says is about the one before.
    // No address gets more than its share of a round. Only the oldest that are due are looked at,
    // so that a round costs the same however many wait. The conditions stand twice because the
    // first reading locks nothing: what another instance took meanwhile fails the second.
    static final String CLAIM =
            """
            with candidate as (
                select d.id, d.address, d.due_at, d.repeats, i.severity
                from delivery d join incident i on i.id = d.incident_id
                where ((d.state in ('pending', 'retry') and d.due_at <= cast(cast(:now as text) as timestamptz))
                    or (d.state = 'sending' and d.lease_until < cast(cast(:now as text) as timestamptz)))
                  and case d.kind when 'page' then i.state = 'open'
                      when 'acknowledge' then i.state = 'acknowledged'
                      when 'resolve' then i.state = 'resolved'
                      when 'refresh' then i.state <> 'resolved' else true end
                  and d.address not in (select jsonb_array_elements_text(cast(cast(:busy as text) as jsonb)))
                  and d.id not in (select jsonb_array_elements_text(cast(cast(:hand as text) as jsonb)))
                order by d.due_at, d.id
                limit 1000),
            ranked as (
                select id, row_number() over (partition by address
                    order by repeats, severity desc, due_at, id) as place
                from candidate),
            due as (
                select d.id, d.state as was, i.severity
                from delivery d join incident i on i.id = d.incident_id
                where d.id in (select id from ranked where place <= :share)
                  and ((d.state in ('pending', 'retry') and d.due_at <= cast(cast(:now as text) as timestamptz))
                    or (d.state = 'sending' and d.lease_until < cast(cast(:now as text) as timestamptz)))
                  and case d.kind when 'page' then i.state = 'open'
                      when 'acknowledge' then i.state = 'acknowledged'
                      when 'resolve' then i.state = 'resolved'
                      when 'refresh' then i.state <> 'resolved' else true end
                order by d.due_at, d.id
                limit :limit
                for update of d skip locked)
            update delivery d
            set state = 'sending', attempt = d.attempt + 1,
                sent_at = cast(cast(:now as text) as timestamptz),
                lease_until = cast(cast(:lease as text) as timestamptz),
                severity = case d.kind when 'page' then due.severity else d.severity end,
                alert_key = case when d.kind = 'page' and d.alert_key is null then d.incident_id || (
                    select coalesce('-run-' || nullif(max(begun.run), 0), '')
                    from page own join page begun
                        on begun.incident_id = own.incident_id and begun.run <= own.run
                    where own.id = d.page_id and begun.state = 'fired' and (begun.kind in ('again', 'check-in')
                        or begun.kind = 'step' and d.channel not in (
                            select jsonb_array_elements_text(cast(cast(:alone as text) as jsonb)))))
                    else d.alert_key end
            from due where d.id = due.id
            returning d.id, d.kind, d.incident_id, d.page_id, d.contact_id, d.method, d.channel,
                d.address, d.step, d.reason, d.attempt, due.was, d.repeats, d.created_at,
                d.held or coalesce(d.rule_after_ms, 0) > 0
                    or d.created_at < cast(cast(:now as text) as timestamptz) - interval '1 minute',
                d.rule_place, d.rule_after_ms, d.alert_key, d.severity
            """;

    private DeliverySql() {}
}
