-- Everything that waits for staff, in one place: the queues of the console are read here alone. A row stays when the thing is
-- decided: who decided how soon is asked later.
create table desk_items (
    queue text not null,
    item_id uuid not null,
    title text not null default '',
    detail text not null default '',
    user_id uuid references users (id), -- whom it is about
    deal_id uuid references deals (id),
    priority integer not null default 0,
    opened_at timestamptz not null,
    due_at timestamptz not null,
    snoozed_until timestamptz,
    assigned_to uuid references users (id),
    -- Who works on it, and until when: a claim that has run out is nobody's.
    claimed_by uuid references users (id),
    claimed_at timestamptz,
    claimed_until timestamptz,
    closed_at timestamptz,
    closed_by uuid references users (id), -- null: it left by itself
    constraint desk_items_pkey primary key (queue, item_id),
    constraint desk_items_claim_is_whole check ((claimed_by is null) = (claimed_until is null)
        and (claimed_by is null) = (claimed_at is null))
);
-- With what decides whether it is shown: a queue is counted along this index alone.
create index desk_items_by_due on desk_items (queue, due_at, item_id) include (snoozed_until, assigned_to, claimed_by, claimed_until)
    where closed_at is null;
create index desk_items_by_age on desk_items (queue, opened_at, item_id) where closed_at is null;
-- The most urgent first is ascending here, so that the other two can break ties.
create index desk_items_by_priority on desk_items (queue, (-priority), due_at, item_id) where closed_at is null;
create index desk_items_of_user on desk_items (user_id) where user_id is not null;

-- Who looks at what right now; a row that is not renewed means nothing. Not worth a log: a crash ends all looks.
create unlogged table desk_viewers (
    queue text not null,
    item_id uuid not null,
    staff_id uuid not null,
    seen_at timestamptz not null,
    constraint desk_viewers_pkey primary key (queue, item_id, staff_id)
);

insert into desk_items (queue, item_id, title, detail, user_id, deal_id, opened_at, due_at)
select 'kyc', id, '', '', user_id, null, submitted_at, submitted_at + interval '24 hours'
    from kyc_applications a where status = 'in_review'
        and not exists (select from kyc_checks k where k.application_id = a.id and not k.needs_person)
union all select 'disputes', p.id, 'CG-' || d.number, p.reason, p.opened_by, p.deal_id, p.created_at, p.created_at + interval '120 hours'
    from disputes p join deals d on d.id = p.deal_id where p.status = 'open'
union all select 'tickets', id, subject, 'T-' || number, opened_by, deal_id, created_at, created_at + interval '24 hours'
    from tickets where status = 'open' and kind = 'question'
union all select 'finance_tasks', id, kind, detail, null, deal_id, created_at, created_at + interval '4 hours'
    from finance_tasks where resolved_at is null
union all select 'listings', id, brand || ' ' || model || ' ' || year, '', driver_id, null, updated_at, updated_at + interval '8 hours'
    from listings where status = 'in_review'
union all select kind || '_reports', id, '', reason, about_id, null, created_at, created_at + interval '24 hours'
    from (select distinct on (kind, subject_id) * from reports where closed_at is null order by kind, subject_id, id) first;
insert into timers (kind, subject, due_at) select 'desk.due.' || queue, item_id, due_at from desk_items;
update desk_items d set claimed_by = c.staff_id, claimed_at = c.claimed_at, claimed_until = c.expires_at
    from claims c where c.item_id = d.item_id;
drop table claims;
