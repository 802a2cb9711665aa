-- Who has taken a case of a queue, and until when. A claim that has run out is nobody's.
create table claims (
    queue text not null,
    item_id uuid not null,
    staff_id uuid not null references users (id),
    claimed_at timestamptz not null,
    expires_at timestamptz not null,
    constraint claims_pkey primary key (queue, item_id)
);

-- Confirming an identity. Our own verdict stands here; what a provider said stands beside it and is never mixed with it.
create table kyc_applications (
    id uuid primary key,
    user_id uuid not null references users (id),
    status text not null
        constraint kyc_applications_status_known check (status in ('draft', 'in_review', 'retry', 'approved', 'rejected')),
    submitted_at timestamptz,
    decided_at timestamptz,
    decided_by uuid references users (id),
    reason_code text,
    text text not null default '', -- what the user reads
    note text not null default '', -- what only staff read
    submissions int not null default 0,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index kyc_applications_one_open on kyc_applications (user_id) where status in ('draft', 'in_review', 'retry');
create index kyc_applications_of_user on kyc_applications (user_id, created_at desc);
create index kyc_applications_queue on kyc_applications (submitted_at, id) where status = 'in_review';

-- A picture of a document lies encrypted in the file store; its key stands here, wrapped. Taking the key away is what removes
-- it for good: removed_at tells when.
create table kyc_documents (
    id uuid primary key,
    application_id uuid not null references kyc_applications (id),
    kind text not null constraint kyc_documents_kind_known
        check (kind in ('passport_main', 'passport_address', 'licence_front', 'licence_back', 'selfie')),
    fault text constraint kyc_documents_fault_known check (fault in
        ('blurred', 'glare', 'cropped', 'expired', 'wrong_document', 'unreadable', 'other_person', 'damaged')),
    file_sha256 bytea not null, -- of the encrypted bytes
    key_id text not null,
    wrapped_key bytea,
    width int not null,
    height int not null,
    warnings text[] not null default '{}',
    created_at timestamptz not null,
    removed_at timestamptz,
    constraint kyc_documents_key_until_removed check ((wrapped_key is null) = (removed_at is not null))
);
create unique index kyc_documents_one_of_kind on kyc_documents (application_id, kind) where removed_at is null;
create index kyc_documents_of_key on kyc_documents (key_id) where removed_at is null;
