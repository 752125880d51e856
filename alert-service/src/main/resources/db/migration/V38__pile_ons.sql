-- Each attack asks for the pile-on on its target: few people have one, and some have incidents by the hundred.
create index incident_pile_on on incident (staff_id) where 'pile-on' = any (patterns) and state <> 'resolved';
