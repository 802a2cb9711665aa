-- The driver walks around the car once more before he hands it over: the same sides as at the pick-up.
alter table deal_checkpoints
    drop constraint deal_checkpoints_kind_known,
    add constraint deal_checkpoints_kind_known
        check (kind in ('pickup', 'border', 'customs', 'ferry', 'road', 'other', 'arrival', 'absent', 'handover'));
