-- Text in photos of listings and chats: each photo is read once, and what was found is kept with it.
alter table media
    add column text_state text not null default 'none',
    add column text_read_at timestamptz,
    add column text_reason text,
    add constraint media_text_state_known check (text_state in ('none', 'queued', 'clean', 'contact'));

-- Where a photo is shown that is still to be read. The row goes with the verdict.
create table photo_readings (
    media_id uuid not null references media (id) on delete cascade,
    subject_kind text not null,
    subject_id uuid not null,
    tries smallint not null default 0,
    taken_until timestamptz, -- somebody reads it; whoever is killed meanwhile leaves it to others after this
    queued_at timestamptz not null,
    primary key (media_id, subject_kind, subject_id),
    constraint photo_readings_subject_kind_known check (subject_kind in ('listing', 'message'))
);
create index photo_readings_oldest on photo_readings (queued_at);

-- Photos of a message in which a contact was read: both sides get the others, until contacts are open.
alter table messages add column hidden_attachments uuid[] not null default '{}';
