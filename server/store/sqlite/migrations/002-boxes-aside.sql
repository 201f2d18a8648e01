-- A box beside another, about the same ballots: what goes into it is no participation.
alter table boxes add column is_aside integer not null default 0;
