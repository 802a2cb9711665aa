-- What an agent has taken is given back when the last of his sessions ends; every session that ends asks for it.
create index desk_items_of_claimant on desk_items (claimed_by) where claimed_by is not null;
