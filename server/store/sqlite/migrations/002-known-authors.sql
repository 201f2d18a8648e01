-- Viewers of whom the last that was decided was in their favour.
create table known_authors (
  event integer not null references events,
  author text not null,
  primary key (event, author)
) strict, without rowid;
