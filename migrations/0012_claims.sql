-- Who has claimed a row: a worker finds its own again when the word about them was lost, and a worker that is alone knows that
-- those of others were left behind by killed processes.
alter table outbox add column claimed_by uuid;
alter table timers add column claimed_by uuid;
