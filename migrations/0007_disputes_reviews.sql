create table tickets (
    id uuid primary key,
    number bigint generated always as identity (start with 5001),
    kind text not null constraint tickets_kind_known check (kind in ('dispute', 'question')),
    deal_id uuid references deals (id),
    opened_by uuid not null references users (id),
    subject text not null,
    status text not null constraint tickets_status_known check (status in ('open', 'closed')),
    created_at timestamptz not null,
    closed_at timestamptz
);
create index tickets_of_user on tickets (opened_by, id desc);

create table disputes (
    id uuid primary key,
    deal_id uuid not null references deals (id),
    ticket_id uuid not null references tickets (id),
    opened_by uuid not null references users (id),
    opened_side text not null constraint disputes_side_known check (opened_side in ('buyer', 'driver')),
    reason text not null constraint disputes_reason_known check (reason in ('not_as_described', 'damaged', 'late',
        'not_delivered', 'documents', 'price_changed', 'no_contact', 'other')),
    text text not null,
    status text not null constraint disputes_status_known check (status in ('open', 'withdrawn', 'resolved')),
    evidence_due_at timestamptz not null,
    evidence_closed_at timestamptz,
    outcome text constraint disputes_outcome_known check (outcome in ('refund', 'release', 'split')),
    refund_minor bigint,
    reason_code text,
    resolution_text text,
    resolved_by uuid references users (id),
    created_at timestamptz not null,
    closed_at timestamptz
);
create unique index disputes_one_open on disputes (deal_id) where status = 'open';
create index disputes_queue on disputes (created_at, id) where status = 'open';

create table dispute_evidence (
    id uuid primary key,
    dispute_id uuid not null references disputes (id),
    author_id uuid not null references users (id),
    side text not null constraint dispute_evidence_side_known check (side in ('buyer', 'driver')),
    text text not null default '',
    photos json not null,
    created_at timestamptz not null
);
create index dispute_evidence_of_dispute on dispute_evidence (dispute_id, id);

-- Hidden until both sides have written or the window is over, so that nobody answers a review with a review.
create table reviews (
    id uuid primary key,
    deal_id uuid not null references deals (id),
    author_id uuid not null references users (id),
    subject_id uuid not null references users (id),
    rating smallint not null constraint reviews_rating_range check (rating between 1 and 5),
    comment text not null default '' constraint reviews_comment_length check (char_length(comment) <= 4000),
    created_at timestamptz not null,
    published_at timestamptz,
    constraint reviews_once unique (deal_id, author_id),
    constraint reviews_not_oneself check (author_id <> subject_id)
);
create index reviews_of_subject on reviews (subject_id, id desc) where published_at is not null;
