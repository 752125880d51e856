-- Two types bear the names that the interface promises.

update source set type = 'rss' where type = 'feed';
update source set type = 'bluesky' where type = 'jetstream';
