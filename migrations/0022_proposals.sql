-- As it stands on the wire, for JSON that is made in SQL.
create function rfc3339(moment timestamptz) returns text language sql stable parallel safe as
    $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- What one member of staff may not do alone: proposed by one, decided by another.
create table proposals (
    id uuid primary key,
    kind text not null,
    subject text not null, -- what it changes: the dispute's id, the setting's name
    title text not null,
    payload json not null, -- the order as it will be carried out
    status text not null constraint proposals_status_known check (status in ('open', 'approved', 'rejected', 'void')),
    proposed_by uuid not null references users (id),
    created_at timestamptz not null,
    decided_by uuid references users (id),
    decided_at timestamptz,
    decision_text text not null default '',
    constraint proposals_four_eyes check (decided_by is null or decided_by <> proposed_by)
);
create unique index proposals_one_open on proposals (kind, subject) where status = 'open';
create index proposals_by_status on proposals (status, id desc);

-- A decision is told to each in his language.
alter table disputes add column resolution_text_en text;
create index disputes_by_reason on disputes (reason, closed_at desc) where status = 'resolved';
