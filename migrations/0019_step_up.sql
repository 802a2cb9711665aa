-- Until when a member of staff counts as having shown his second factor lately.
alter table sessions add column step_up_until timestamptz;
