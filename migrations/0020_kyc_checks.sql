-- What a provider says of an identity. His word stands here and never in kyc_applications, which holds our own verdict.
create table kyc_checks (
    application_id uuid primary key references kyc_applications (id),
    provider text not null,
    external_id text not null, -- our name of the person there
    applicant_ref text,        -- the provider's name of him; null: not opened yet
    submission int not null default 0, -- the last one that the provider was asked to look at
    stage text not null default 'started'
        constraint kyc_checks_stage_known check (stage in ('started', 'in_review', 'on_hold', 'completed')),
    answer text not null default 'none'
        constraint kyc_checks_answer_known check (answer in ('none', 'good', 'retry', 'final')),
    labels text[] not null default '{}',
    comment text not null default '',
    needs_person boolean not null default false, -- the rule does not decide: the desk does
    attempts int not null default 0,             -- calls in a row that failed
    last_error text,
    seen_at timestamptz,
    created_at timestamptz not null,
    constraint kyc_checks_person unique (provider, external_id, application_id)
);

-- Which picture of ours is which there.
create table kyc_check_documents (
    document_id uuid primary key references kyc_documents (id),
    provider_ref text not null,
    warnings text[] not null default '{}',
    sent_at timestamptz not null
);

-- Webhooks of providers of identities: hints to look. The second of the same key changes nothing.
create table kyc_webhooks (
    provider text not null,
    event_key text not null,
    external_id text not null,
    received_at timestamptz not null,
    constraint kyc_webhooks_pkey primary key (provider, event_key)
);
