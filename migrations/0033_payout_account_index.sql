-- Accounts that are paid into one bank account: staff see the link.
create index payout_details_of_account on payout_details (account, bic);
