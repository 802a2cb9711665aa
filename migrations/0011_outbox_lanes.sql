-- Frames and events are read apart, so each has an index of its own; a frame is in two indexes instead of three. With one for
-- both, the look for events walked over every frame that was delivered since the last vacuum.
drop index outbox_ready;
drop index outbox_order;
create index outbox_frames on outbox (id) where topic = 'ws' and parked_at is null;
create index outbox_events on outbox (available_at, id) where topic <> 'ws' and parked_at is null;
create index outbox_events_order on outbox (topic, key, id) where topic <> 'ws' and parked_at is null;

-- The relay writes an event only together with its user's counter, and that one refers to the user.
alter table user_events drop constraint user_events_user_id_fkey;
-- Every event moves its user's counter: the new version fits on the same page and the index is not touched.
alter table user_event_counters set (fillfactor = 50);
-- Read once an hour, to forget what is old: rows come in the order of time, so their ranges are enough.
drop index user_events_age;
create index user_events_age on user_events using brin (created_at) with (pages_per_range = 32);
