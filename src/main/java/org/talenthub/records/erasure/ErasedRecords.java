package org.talenthub.records.erasure;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.PersonalData;
import org.talenthub.records.merge.DerivedRecords;

/**
 * Rows and records of a person. Of a record its id and version stay, so that the index lets go of it and nothing old can come back; nothing
 * else does.
 */
@Component
class ErasedRecords implements PersonalData {

    private final JdbcClient jdbc;
    private final DerivedRecords derived;

    ErasedRecords(JdbcClient jdbc, DerivedRecords derived) {
        this.jdbc = jdbc;
        this.derived = derived;
    }

    @Override
    public String kind() {
        return "reports";
    }

    @Override
    public long erase(Person person) {
        if (!person.reports().isEmpty()) {
            on("delete from suspect_row where report_id in (:ids) or other in (:ids)", person.reports());
            on("delete from suspect where b in (:ids)", person.reports());
            on("update suspect_row set said_by = null where said_by in (:ids)", person.reports());
            on("update report set seen_report = null where seen_report in (:ids)", person.reports());
            on("delete from report where id in (:ids)", person.reports());
        }
        on("delete from suspect_row where other in (:ids)", person.records());
        on("delete from suspect where a in (:ids) or b in (:ids)", person.records());
        on("delete from field_choice where record_id in (:ids)", person.records());
        on("delete from record_dispute where record_id in (:ids)", person.records());
        on("delete from record_key where record_id in (:ids)", person.records());
        derived.rederive("talent", person.records());
        on("""
                update pool_record set name = '', payload = '{}', provenance = '{}', sealed = null, reporters = '', agreed = null,
                    subtype = null, region = null, enterprise_code = null, enterprise_name = null, area = null, carrier_id = null,
                    confirmed_on = null, same_as = null where id in (:ids)""", person.records());
        return person.reports().size();
    }

    private void on(String sql, Collection<Long> ids) {
        jdbc.sql(sql).param("ids", ids).update();
    }
}
