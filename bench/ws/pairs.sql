-- {pairs} buyers and as many drivers, each pair with a conversation of its own about one listing. Ids end in a number.
begin;
create function pg_temp.person(i bigint) returns uuid language sql immutable as $$ select ('01900000-0000-7000-8003-' || ({first} + i))::uuid $$;
insert into users (id, email, password_hash, role, display_name, kyc_tier, card, created_at, updated_at)
select pg_temp.person(i), 'pair' || i || '@bench.example', '', o.role, 'Pair ' || i, 2,
    replace(o.card::text, o.id::text, pg_temp.person(i)::text)::json, o.created_at, o.updated_at
from (select u.id, u.card, u.created_at, u.updated_at, 'driver' as role, 0 as side from users u where email = 'bench@cargo.example'
      union all select u.id, u.card, u.created_at, u.updated_at, 'buyer', {pairs} from users u where email = 'bench@cargo.example') o,
    lateral (select o.side + n as i from generate_series(0, {pairs} - 1) n) numbered;
insert into conversations (id, listing_id, buyer_id, driver_id, created_at)
select ('01900000-0000-7000-8004-' || ({first} + i))::uuid, (select id from listings limit 1), pg_temp.person({pairs} + i),
    pg_temp.person(i), now()
from generate_series(0, {pairs} - 1) i;
commit;
analyze users, conversations;
