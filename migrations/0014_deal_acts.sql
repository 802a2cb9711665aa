-- The delivery act of a deal as it was handed out first, one a version: the bytes whose SHA-256 stands on the printed page.
-- Names may change later, the act of that version does not. Goes with the account of a party.
create table deal_acts (
    deal_id uuid not null references deals (id),
    deal_version bigint not null,
    body text not null,
    created_at timestamptz not null,
    primary key (deal_id, deal_version)
);
