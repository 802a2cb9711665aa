-- Archives of what stands under a user's id, made when he asks. The file lies in the data folder under the row's id and is
-- removed when the row expires.
create table data_exports (
    id uuid primary key,
    user_id uuid not null references users (id),
    status text not null constraint data_exports_status_known check (status in ('queued', 'ready', 'failed')),
    size_bytes bigint,
    sha256 bytea,
    created_at timestamptz not null,
    ready_at timestamptz,
    expires_at timestamptz not null
);
create index data_exports_of_user on data_exports (user_id, id desc);
-- One at a time: of two who ask at once, one makes it.
create unique index data_exports_one_queued on data_exports (user_id) where status = 'queued';
