-- The money of one deal: what is wanted (disposition) and how far it is (money_status). Locked after its deal.
create table escrows (
    deal_id uuid primary key references deals (id),
    provider text not null,
    payer_id uuid not null references users (id),
    payee_id uuid not null references users (id),
    amount_minor bigint not null constraint escrows_amount_positive check (amount_minor > 0),
    currency text not null,
    fee_minor bigint not null,
    -- reserve: hold and wait; keep: take into the deal; give_back: void or refund; release: pay; split: refund, then pay.
    disposition text not null constraint escrows_disposition_known
        check (disposition in ('reserve', 'keep', 'give_back', 'release', 'split')),
    refund_minor bigint not null default 0,
    money_status text not null constraint escrows_money_status_known
        check (money_status in ('none', 'awaiting', 'held', 'keep_queued', 'kept', 'void_queued', 'void', 'payout_queued',
            'payout_sent', 'paid', 'refund_queued', 'refund_sent', 'refunded', 'failed')),
    money_failed_from text,                        -- the state in which the last step failed
    hold_expires_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

-- One attempt of the buyer to pay. A declined one is followed by another; the first that holds is the deal's.
create table payments (
    id uuid primary key,
    deal_id uuid not null references deals (id),
    provider text not null,
    provider_ref text,
    amount_minor bigint not null,
    currency text not null,
    status text not null constraint payments_status_known
        check (status in ('new', 'pending', 'held', 'captured', 'canceled', 'declined', 'refunded')),
    captured_minor bigint not null default 0,
    refunded_minor bigint not null default 0,
    return_url text,
    confirmation_url text,
    hold_expires_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint payments_refund_within_capture check (refunded_minor between 0 and captured_minor)
);
create index payments_of_deal on payments (deal_id, id);
create unique index payments_provider_ref on payments (provider, provider_ref) where provider_ref is not null;
create unique index payments_one_live on payments (deal_id) where status in ('held', 'captured');

-- A call to a provider: written with the decision, made afterwards, repeated only under its own key.
create table provider_ops (
    id uuid primary key,
    idempotency_key uuid not null unique,
    deal_id uuid not null references deals (id),
    payment_id uuid references payments (id),
    provider text not null,
    kind text not null constraint provider_ops_kind_known
        check (kind in ('authorize', 'capture', 'cancel', 'refund', 'payout')),
    seq integer not null,
    amount_minor bigint not null,
    currency text not null,
    request json not null,
    state text not null constraint provider_ops_state_known check (state in ('new', 'sent', 'succeeded', 'failed', 'unknown')),
    attempt integer not null default 0,
    next_try_at timestamptz not null,
    provider_ref text,
    accepted boolean not null default false,
    last_http integer,
    last_error text,
    created_at timestamptz not null,
    sent_at timestamptz,
    finished_at timestamptz,
    constraint provider_ops_once unique (deal_id, kind, seq)
);
create index provider_ops_open on provider_ops (next_try_at) where state in ('new', 'sent', 'unknown');
create index provider_ops_by_ref on provider_ops (provider, provider_ref) where provider_ref is not null;

-- What providers told us, raw. Verified before it is written; the work is done later, once an event.
create table webhook_in (
    id uuid primary key,
    provider text not null,
    event_key text not null,
    received_at timestamptz not null,
    headers json not null,
    raw_body bytea not null,
    attempts integer not null default 0,
    processed_at timestamptz,
    effect text,
    error text,
    constraint webhook_in_once unique (provider, event_key)
);
create index webhook_in_open on webhook_in (received_at) where processed_at is null;

-- What a machine must not decide: failed money, differences, money where none was expected.
create table finance_tasks (
    id uuid primary key,
    deal_id uuid references deals (id),
    op_id uuid references provider_ops (id),
    kind text not null,
    detail text not null,
    created_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by uuid references users (id)
);
create index finance_tasks_open on finance_tasks (created_at) where resolved_at is null;

-- Double entry. Debit positive, credit negative; one entry sums to zero per currency, checked at commit.
create table ledger_entries (
    id bigint generated always as identity primary key,
    deal_id uuid not null references deals (id),
    kind text not null constraint ledger_entries_kind_known check (kind in ('hold', 'hold_released', 'capture',
        'release', 'refund_decided', 'payout_confirmed', 'refund_confirmed', 'payout_returned', 'adjustment')),
    dedupe_key text not null,
    created_at timestamptz not null,
    constraint ledger_entries_once unique (dedupe_key)
);
create index ledger_entries_of_deal on ledger_entries (deal_id, id);
create table ledger_postings (
    entry_id bigint not null references ledger_entries (id),
    line smallint not null,
    deal_id uuid not null references deals (id),
    account text not null constraint ledger_postings_account_known check (account ~ '^(buyer_external|hold_pending|escrow|driver_payable|platform_fee|provider_fee|refund_payable|chargeback_loss|provider_clearing:[a-z]+)$'),
    amount_minor bigint not null constraint ledger_postings_not_zero check (amount_minor <> 0),
    currency text not null,
    primary key (entry_id, line)
);
create index ledger_postings_of_deal on ledger_postings (deal_id, account);
create index ledger_postings_of_account on ledger_postings (account, entry_id);

-- Balances by account and deal, kept by the trigger below and rebuilt by `ledger verify`. One row belongs to one deal, so
-- no two deals ever wait for each other.
create table ledger_balances (
    deal_id uuid not null references deals (id),
    account text not null,
    currency text not null,
    balance_minor bigint not null,
    primary key (deal_id, account, currency)
);

create trigger ledger_entries_append_only before update or delete or truncate on ledger_entries
    for each statement execute function refuse_change();
create trigger ledger_postings_append_only before update or delete or truncate on ledger_postings
    for each statement execute function refuse_change();

create function ledger_keep_balance() returns trigger language plpgsql as $$
begin
    insert into ledger_balances (deal_id, account, currency, balance_minor)
    values (new.deal_id, new.account, new.currency, new.amount_minor)
    on conflict (deal_id, account, currency) do update set balance_minor = ledger_balances.balance_minor + excluded.balance_minor;
    return null;
end $$;
create trigger ledger_postings_balance after insert on ledger_postings
    for each row execute function ledger_keep_balance();

create function ledger_entry_balances(checked bigint) returns void language plpgsql as $$
begin
    if not exists (select 1 from ledger_postings where entry_id = checked)
       or exists (select 1 from ledger_postings where entry_id = checked group by currency having sum(amount_minor) <> 0) then
        raise exception 'entry does not balance' using errcode = 'check_violation', constraint = 'ledger_entry_sums_to_zero';
    end if;
end $$;
create function ledger_check_entry() returns trigger language plpgsql as $$
begin
    perform ledger_entry_balances(new.id);
    return null;
end $$;
create function ledger_check_posting() returns trigger language plpgsql as $$
begin
    perform ledger_entry_balances(new.entry_id);
    return null;
end $$;
create constraint trigger ledger_entry_sums_to_zero after insert on ledger_entries
    deferrable initially deferred for each row execute function ledger_check_entry();
create constraint trigger ledger_posting_sums_to_zero after insert on ledger_postings
    deferrable initially deferred for each row execute function ledger_check_posting();

-- The sandbox provider: an outside system that happens to live in the same database. Nobody but its adapter reads these.
create table sandbox_payments (
    id uuid primary key,
    reference text not null unique,
    amount_minor bigint not null,
    currency text not null,
    status text not null constraint sandbox_payments_status_known
        check (status in ('pending', 'three_ds', 'waiting_for_capture', 'succeeded', 'canceled')),
    cancel_reason text,
    captured_minor bigint not null default 0,
    refunded_minor bigint not null default 0,
    return_url text,
    description text not null default '',
    hold_expires_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create table sandbox_transfers (
    id uuid primary key,
    kind text not null constraint sandbox_transfers_kind_known check (kind in ('refund', 'payout')),
    reference text not null unique,
    payment_id uuid references sandbox_payments (id),
    amount_minor bigint not null,
    currency text not null,
    status text not null constraint sandbox_transfers_status_known check (status in ('pending', 'succeeded', 'canceled')),
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create table sandbox_keys (
    idempotency_key text primary key,
    request_hash bytea not null,
    object_id uuid not null,
    created_at timestamptz not null
);
create table sandbox_webhooks (
    id uuid primary key,
    event_id uuid not null,
    body text not null,
    copies integer not null default 1,
    due_at timestamptz not null,
    delivered_at timestamptz
);
create index sandbox_webhooks_of_event on sandbox_webhooks (event_id);
-- Trouble on order: the next `remaining` calls of this kind fail in this way.
create table sandbox_faults (
    id bigint generated always as identity primary key,
    kind text not null,
    mode text not null constraint sandbox_faults_mode_known
        check (mode in ('decline', 'reject', 'unavailable', 'lost_answer', 'no_webhook')),
    remaining integer not null
);
