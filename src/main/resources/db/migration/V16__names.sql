-- What organisations were called before: records that name one go on to it. Privacy classes as in V1.

alter table report
    add key ix_report_desk (desk_key);
