-- One row per event, named by whichever operation came first; `epoch` is null until the log begins.
create table events (
  id integer primary key,
  slug text not null unique,
  epoch text,
  seq integer not null default 0,
  hash text not null default '',
  info text,
  changed integer not null default 0,
  viewer_numbers integer not null default 0,
  comments integer not null default 0,
  ballots integer not null default 0,
  reaction_batches integer not null default 0,
  peak integer not null default 0,
  unique_viewers integer not null default 0,
  visits integer not null default 0
) strict;

create table facts (
  event integer not null references events,
  seq integer not null,
  record text not null,
  primary key (event, seq)
) strict;

create table commands (
  event integer not null references events,
  actor text not null,
  command text not null,
  input_hash text not null,
  output text not null,
  primary key (event, actor, command)
) strict;

create table comments (
  event integer not null references events,
  position integer not null,
  id text not null,
  status text not null,
  first_status text not null,
  actor text not null,
  command text not null,
  input_hash text not null,
  comment text not null,
  primary key (event, position),
  unique (event, id),
  unique (event, actor, command)
) strict;

create index comments_by_status on comments (event, status, position);

-- `full_at`: when the author's bucket of comments is full again, in Unix milliseconds.
create table paces (
  event integer not null references events,
  actor text not null,
  full_at integer not null,
  primary key (event, actor)
) strict, without rowid;

create table boxes (
  id integer primary key,
  event integer not null references events,
  poll text not null,
  options integer not null,
  changeable integer not null,
  is_open integer not null,
  closes_at integer,
  ballots integer not null default 0,
  unique (event, poll)
) strict;

-- `choice` has one bit per option.
create table ballots (
  box integer not null references boxes,
  viewer integer not null,
  choice integer not null,
  primary key (box, viewer)
) strict, without rowid;

create table tallies (
  box integer not null references boxes,
  option integer not null,
  votes integer not null,
  primary key (box, option)
) strict, without rowid;

create table visitors (
  event integer not null references events,
  viewer integer not null,
  seen_at integer not null,
  primary key (event, viewer)
) strict, without rowid;

create table reactions (
  event integer not null references events,
  kind text not null,
  taps integer not null,
  primary key (event, kind)
) strict, without rowid;

create table checks (id integer primary key check (id = 1), checked_at integer not null) strict;
