-- What people do with cars, as it happened: looks and how long they lasted (told by the app), cars kept and talks begun (told by
-- the server to itself). Only added to; 90 days old rows go (timer recommendations.tidy), and so does all of a closed account or
-- of somebody who switched it off. The key makes a message that comes twice count once.
create table behaviour_events (
    user_id uuid not null references users (id),
    listing_id uuid not null references listings (id) on delete cascade,
    kind text not null constraint behaviour_events_kind_known check (kind in ('view', 'dwell', 'favourite', 'chat_start')),
    dwell_ms integer constraint behaviour_events_dwell_ms_fits check ((kind = 'dwell') = (dwell_ms is not null) and dwell_ms > 0),
    at timestamptz not null,
    primary key (user_id, at, listing_id, kind)
);

-- Whether somebody lets himself be chosen for; no row: he never said otherwise. Nothing from before changed_at counts.
create table personal_choices (
    user_id uuid primary key references users (id),
    personal boolean not null,
    changed_at timestamptz not null
);

-- What a person searched for, once a text and already normalised. Read only to count how many people typed the same.
create table typed_searches (
    user_id uuid not null references users (id),
    query text not null constraint typed_searches_query_length check (char_length(query) between 3 and 60),
    at timestamptz not null,
    primary key (user_id, query)
);
create index typed_searches_by_query on typed_searches (query) include (at);

-- What enough people typed, made anew every hour; nobody's name stands here.
create table popular_queries (
    query text primary key,
    people integer not null,
    weight double precision not null
);

-- What an app claimed of kept cars and talks: the server knows these itself now.
delete from interests where kind <> 'view';
