-- Where the bank pays a driver. One for each; what it was before stands in the journal, masked.
create table payout_details (
    user_id uuid primary key references users (id),
    bic text not null constraint payout_details_bic_format check (bic ~ '^[0-9]{9}$'),
    account text not null constraint payout_details_account_format check (account ~ '^[0-9]{20}$'),
    holder text not null constraint payout_details_holder_length check (char_length(holder) between 2 and 120),
    changed_at timestamptz not null
);
