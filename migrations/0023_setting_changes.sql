-- What admins changed in the console. The newest line of a name counts; null gives the setting back to the operator.
create table setting_changes (
    id bigint generated always as identity primary key,
    name text not null,
    value text,
    previous text not null, -- what was in force before
    reason text not null,
    changed_by uuid not null references users (id),
    approved_by uuid references users (id),
    at timestamptz not null
);
create index setting_changes_of_name on setting_changes (name, id desc);
create trigger setting_changes_append_only before update or delete or truncate on setting_changes
    for each statement execute function refuse_change();
