-- Merging and splitting move the assessments of an incident, while its row is locked.
create index assessment_incident on assessment (incident_id) where incident_id is not null;
