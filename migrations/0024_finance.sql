-- How finance closed a task: what was decided, and why.
alter table finance_tasks add column decision text;
alter table finance_tasks add column decision_text text;
create index provider_ops_payouts on provider_ops (id desc) where kind = 'payout';
create index finance_tasks_of_deal on finance_tasks (deal_id) where deal_id is not null;
