-- What the owner sent, beside what is served: his proof that the bytes are the ones he took. Null: made here or older.
alter table media add received_sha256 bytea;

-- Records of the way that were made without a network: the device's own count, what the two clocks say of each other, how the
-- car looked. body_hash: SHA-256 of the request, so that the same client_id with other words is told from the same again.
alter table deal_checkpoints
    add device_id uuid,
    add device_seq bigint,
    add device_seq_flag text constraint deal_checkpoints_seq_flag_known check (device_seq_flag in ('gap', 'back')),
    add clock_skew_ms bigint,
    add clock_disagrees boolean not null default false,
    add inspection json,
    add body_hash bytea,
    drop constraint deal_checkpoints_kind_known,
    add constraint deal_checkpoints_kind_known
        check (kind in ('pickup', 'border', 'customs', 'ferry', 'road', 'other', 'arrival', 'absent'));

-- Somebody in a deal does not feel safe: our clocks stand still until safety_ends_at, once for each side.
alter table deals
    add buyer_safety_stop_at timestamptz,
    add driver_safety_stop_at timestamptz,
    add safety_ends_at timestamptz,
    add safety_ticket_id uuid;
alter table tickets
    drop constraint tickets_kind_known,
    add constraint tickets_kind_known check (kind in ('dispute', 'question', 'safety'));
