-- What a token that was made from a ticket is tied to; null for a token of somebody's own.
alter table token add column ticket varchar(64);
alter table token add column party varchar(64);
alter table token add column role varchar(32);
alter table token add column expires_at timestamp(6) with time zone;

create index token_ticket on token (ticket);
create index token_party on token (party);
create index token_expires_at on token (expires_at);

-- Guests' tokens from before know no ticket and would never end: their guests join again.
delete from token where seat like 'web:%';
