package org.talenthub.lifecycle.model;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import tools.jackson.databind.json.JsonMapper;

/** What an application said each time that it was submitted; never changed. */
@Component
public class Versions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Versions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param outline section to text */
    public record Content(
            String name,
            String hostName,
            String hostCode,
            String region,
            String industries,
            Map<String, String> outline) {}

    /** @param no from 1 */
    public record Kept(int no, Content content, String by, Instant at) {}

    public void keep(Application a, Map<String, String> outline, String by) {
        jdbc.sql("insert into carrier_application_version (id, application_id, no, content, saved_by, saved_at)"
                        + " select ?, ?, coalesce(max(no), 0) + 1, ?, ?, ? from carrier_application_version"
                        + " where application_id = ?")
                .params(
                        Ids.next(),
                        a.id(),
                        json.writeValueAsString(
                                new Content(a.name(), a.hostName(), a.hostCode(), a.region(), a.industries(), outline)),
                        by,
                        Timestamp.from(Instant.now()),
                        a.id())
                .update();
    }

    /** The newest first. */
    public List<Kept> of(Application a) {
        return jdbc.sql("select no, content, saved_by, saved_at from carrier_application_version"
                        + " where application_id = ? order by no desc")
                .param(a.id())
                .query((rs, i) -> new Kept(
                        rs.getInt(1),
                        json.readValue(rs.getString(2), Content.class),
                        rs.getString(3),
                        rs.getTimestamp(4).toInstant()))
                .list();
    }
}
