-- After the import: people, conversations, and ids that end in a decimal number, so that the load generators can make them.
-- {first}, {buyers}, {drivers}, {conversations} are filled in by stand.py.
begin;
create temp table bench_owner as select * from users where email = 'bench@cargo.example';
create function pg_temp.bench_user(i bigint) returns uuid language sql immutable as
    $$ select ('01900000-0000-7000-8000-' || ({first} + i))::uuid $$;
create function pg_temp.bench_people(low bigint, high bigint, word text) returns void language sql as $$
    insert into users (id, email, password_hash, role, display_name, kyc_tier, card, created_at, updated_at)
    select pg_temp.bench_user(i), word || i || '@bench.example', '', word, word || ' ' || i, 2,
        replace(replace(o.card::text, o.id::text, pg_temp.bench_user(i)::text), 'Bench', word || ' ' || i)::json,
        o.created_at, o.updated_at
    from generate_series(low, high) i, bench_owner o $$;
select pg_temp.bench_people(0, {buyers} - 1, 'buyer');
select pg_temp.bench_people({buyers}, {buyers} + {drivers} - 1, 'driver');

create temp table bench_ids as
    select id as old, ('01900000-0000-7000-8001-' || ({first} + place))::uuid as new,
        pg_temp.bench_user({buyers} + place % {drivers}) as driver, place
    from (select id, row_number() over (order by id) - 1 as place from listings) numbered;
truncate alerted_listings, search_alerts; -- they name the ids of before
update listings l set id = b.new, driver_id = b.driver,
    card = replace(l.card::text, b.old::text, b.new::text)::json,
    detail = replace(l.detail::text, l.driver_id::text, b.driver::text)::json
from bench_ids b where b.old = l.id;

insert into conversations (id, listing_id, buyer_id, driver_id, created_at)
select ('01900000-0000-7000-8002-' || ({first} + place))::uuid, new, pg_temp.bench_user(place % {buyers}), driver,
    timestamptz '2026-01-01 00:00Z'
from bench_ids where place < {conversations};
insert into messages (id, conversation_id, seq, sender_id, client_id, body, redacted_body, flags, created_at)
select gen_random_uuid(), c.id, seq, case when seq % 2 = 1 then c.buyer_id else c.driver_id end, gen_random_uuid(),
    'Здравствуйте! Какой у неё пробег?', 'Здравствуйте! Какой у неё пробег?', '{"contact_attempts":0,"kinds":[]}',
    c.created_at
from conversations c, generate_series(1, 6) seq;
update conversations set last_seq = 6, last_message_at = created_at, buyer_read_seq = 6, driver_read_seq = 6;
delete from outbox;
commit;
vacuum full listings, conversations;
vacuum analyze;
checkpoint;
