-- One set for H2 and PostgreSQL: only what both understand.

create table party (
    id         varchar(64)                 not null primary key,
    host       varchar(128)                not null,
    started_at timestamp(6) with time zone not null,
    over_at    timestamp(6) with time zone
);

create table party_event (
    party  varchar(64) not null references party (id) on delete cascade,
    number bigint      not null,
    body   text        not null,
    primary key (party, number)
);

-- Stands for all events of its party before number next_number; the newest only.
create table party_snapshot (
    party       varchar(64) not null references party (id) on delete cascade,
    place       integer     not null,
    next_number bigint      not null,
    body        text        not null,
    primary key (party, place)
);

create table token (
    hash      varchar(64)                 not null primary key,
    seat      varchar(128)                not null,
    name      text                        not null,
    issued_at timestamp(6) with time zone not null
);

create index token_seat on token (seat);

create table ticket (
    hash       varchar(64)                 not null primary key,
    party      varchar(64)                 not null,
    role       varchar(32)                 not null,
    uses_left  integer                     not null,
    expires_at timestamp(6) with time zone not null
);

create index ticket_party on ticket (party);
create index ticket_expires_at on ticket (expires_at);
