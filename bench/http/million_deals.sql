-- A million deals of three years, with their people, conversations and looks, made in one go: no trigger, no foreign key.
set session_replication_role = replica;
insert into users (id, email, password_hash, role, display_name, card, created_at, updated_at)
select ('01910000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, i || '@deals.example', '!',
    case when i % 10 = 0 then 'driver' else 'buyer' end, 'Bench', '{}', now() - (50000 - i) * interval '31 minutes', now()
from generate_series(1, 50000) i;
insert into deals (id, listing_id, conversation_id, buyer_id, driver_id, status, amount_minor, currency, fee_minor, fee_basis_points,
    fee_minimum_minor, delivery_place, delivery_eta_days, listing, provider, refund_minor, created_at, funded_at, started_at,
    arrived_at, delivered_at, disputed_at, finished_at, updated_at)
select id, id, id, ('01910000-0000-7000-8000-' || lpad(((i * 7) % 45000 / 9 * 10 + 1 + i % 9)::text, 12, '0'))::uuid,
    ('01910000-0000-7000-8000-' || lpad((((i * 11) % 5000 + 1) * 10)::text, 12, '0'))::uuid, status, amount, currency, amount / 40, 250,
    500000, 'Omsk', 45, json_build_object('title', repeat('Toyota Camry ', 40)), 'sandbox',
    case when status = 'resolved_split' then amount / 5 end, at,
    case when paid then at + interval '20 minutes' end, case when paid then at + wait end, case when gone then at + wait * 4 end,
    case when gone then at + wait * 4 + interval '1 day' end,
    case when status like 'resolved%' or status = 'disputed' then at + wait * 4 + interval '30 hours' end,
    case when status not in ('in_transit', 'disputed') then at + wait * 5 + interval '2 days' end, now()
from (select i, ('01920000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid as id, now() - (1000000 - i) * interval '94 seconds' as at,
        (i % 30 + 1) * interval '7 hours' as wait, 50000000 + (i * 7919) % 500000000 as amount, case when i % 20 = 0 then 'USD' else 'RUB' end as currency,
        status, status <> 'cancelled' as paid, status not in ('cancelled', 'in_transit') as gone
      from generate_series(1::bigint, 1000000) i
      cross join lateral (select (array['released', 'released', 'released', 'released', 'released', 'released', 'cancelled', 'cancelled',
        'resolved_refund', 'resolved_split', 'in_transit', 'disputed'])[i % 12 + 1] as status) s) made;
insert into interests (user_id, listing_id, kind, times, last_at)
select ('01910000-0000-7000-8000-' || lpad((i % 50000 + 1)::text, 12, '0'))::uuid, gen_random_uuid(), 'view', 1,
    now() - (1000000 - i) * interval '94 seconds' from generate_series(1::bigint, 1000000) i;
analyze users, deals, interests;
