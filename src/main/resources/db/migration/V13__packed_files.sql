-- Uploaded files are packed before they are sealed: texts take a fourth of the room, and of the time to write them.

alter table import_file
    add column packed boolean not null default false;              -- [internal] deflated (RFC 1950) before it was sealed
