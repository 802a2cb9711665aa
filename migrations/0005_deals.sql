-- A deal's terms are frozen when it is made: the listing as it was, the fee's rate and minimum, the sum and the term.
create table deals (
    id uuid primary key,
    number bigint generated always as identity (start with 100001),
    listing_id uuid not null references listings (id),
    conversation_id uuid not null references conversations (id),
    buyer_id uuid not null references users (id),
    driver_id uuid not null references users (id),
    status text not null constraint deals_status_known check (status in ('created', 'funded', 'in_transit', 'delivered',
        'released', 'cancelled', 'disputed', 'resolved_refund', 'resolved_release', 'resolved_split')),
    version bigint not null default 1,
    amount_minor bigint not null constraint deals_amount_positive check (amount_minor > 0),
    currency text not null constraint deals_currency_form check (currency ~ '^[A-Z]{3}$'),
    fee_minor bigint not null,
    fee_basis_points bigint not null,
    fee_minimum_minor bigint not null,
    delivery_place text not null constraint deals_place_length check (char_length(delivery_place) between 1 and 300),
    delivery_eta_days integer not null constraint deals_eta_range check (delivery_eta_days between 1 and 365),
    listing json not null,
    provider text not null,
    -- Running clocks: null when they do not run. A dispute takes the running one away and keeps what was left of it.
    payment_due_at timestamptz,
    start_due_at timestamptz,
    confirmation_due_at timestamptz,
    dispute_window_ends_at timestamptz,
    evidence_due_at timestamptz,
    review_due_at timestamptz,
    status_before_dispute text,
    clock_left_ms bigint,
    -- The dispute that is open or was the last one.
    dispute_id uuid,
    ticket_id uuid,
    dispute_opened_by text constraint deals_dispute_side_known check (dispute_opened_by in ('buyer', 'driver')),
    refund_minor bigint,
    vin text,
    start_odometer_km integer,
    handover_code text,
    handover_attempts integer not null default 0,
    handover_locked_until timestamptz,
    buyer_reviewed_at timestamptz,
    driver_reviewed_at timestamptz,
    created_at timestamptz not null,
    funded_at timestamptz,
    started_at timestamptz,
    arrived_at timestamptz,
    delivered_at timestamptz,
    disputed_at timestamptz,
    finished_at timestamptz,
    updated_at timestamptz not null,
    constraint deals_two_sides check (buyer_id <> driver_id),
    constraint deals_fee_within_amount check (fee_minor between 0 and amount_minor),
    constraint deals_refund_within_amount check (refund_minor between 1 and amount_minor)
);
create unique index deals_number_unique on deals (number);
create index deals_of_buyer on deals (buyer_id, id desc);
create index deals_of_driver on deals (driver_id, id desc);
create index deals_of_conversation on deals (conversation_id);
create index deals_of_listing on deals (listing_id);

-- What happened, in order: the timeline that both sides see.
create table deal_events (
    id uuid primary key,
    deal_id uuid not null references deals (id),
    seq bigint not null,
    event text not null,
    actor text not null constraint deal_events_actor_known check (actor in ('buyer', 'driver', 'staff', 'clock', 'provider')),
    actor_id uuid references users (id),
    from_status text,
    to_status text not null,
    details json not null,
    checkpoint_id uuid,
    created_at timestamptz not null,
    constraint deal_events_order unique (deal_id, seq)
);

-- Pick-up, the way and arrival. hash = SHA-256 over canonical JSON of the row with previous_hash: nobody, also not we, can
-- change one afterwards without breaking the chain.
create table deal_checkpoints (
    id uuid primary key,
    deal_id uuid not null references deals (id),
    seq integer not null,
    client_id uuid not null,
    kind text not null constraint deal_checkpoints_kind_known
        check (kind in ('pickup', 'border', 'customs', 'ferry', 'road', 'other', 'arrival')),
    place text not null default '',
    odometer_km integer,
    photos json not null,
    note text not null default '',
    device_time timestamptz,
    recorded_at timestamptz not null,
    previous_hash bytea not null,
    hash bytea not null,
    constraint deal_checkpoints_order unique (deal_id, seq),
    constraint deal_checkpoints_client_once unique (deal_id, client_id)
);

-- A proposed change of price or term. Unanswered it changes nothing and blocks nothing.
create table deal_amendments (
    id uuid primary key,
    deal_id uuid not null references deals (id),
    proposed_by text not null constraint deal_amendments_side_known check (proposed_by in ('buyer', 'driver')),
    amount_minor bigint constraint deal_amendments_amount_positive check (amount_minor > 0),
    fee_minor bigint,
    delivery_eta_days integer constraint deal_amendments_eta_range check (delivery_eta_days between 1 and 365),
    reason text not null,
    photos json not null,
    status text not null constraint deal_amendments_status_known
        check (status in ('proposed', 'accepted', 'declined', 'superseded')),
    created_at timestamptz not null,
    decided_at timestamptz,
    constraint deal_amendments_changes_something check (amount_minor is not null or delivery_eta_days is not null)
);
create index deal_amendments_of_deal on deal_amendments (deal_id, id);
create unique index deal_amendments_one_open on deal_amendments (deal_id) where status = 'proposed';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger deal_events_append_only before update or delete or truncate on deal_events
    for each statement execute function refuse_change();
create trigger deal_checkpoints_append_only before update or delete or truncate on deal_checkpoints
    for each statement execute function refuse_change();
