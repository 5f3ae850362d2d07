package org.talenthub.lifecycle;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.lifecycle.model.Application;

/** What the hub already knows of the enterprise or zone that applies, so that nobody types it again. */
@Component
public class KnownHost {

    private final JdbcClient jdbc;

    KnownHost(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many records there are.
     *
     * @param counts talent, demand, platform to number
     * @param listed the enterprise stands in the directory
     * @param on the day they are of
     */
    public record Known(boolean listed, Map<String, Long> counts, LocalDate on) {}

    public Known of(Application a) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String type : new String[] {"talent", "demand", "platform"}) {
            counts.put(type, count(type, a.hostCode()));
        }
        return new Known(count("enterprise", a.hostCode()) > 0, counts, HubTime.today());
    }

    private long count(String type, String code) {
        return code.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from pool_record where type = ? and state = 'LIVE' and enterprise_code = ?")
                        .params(type, code)
                        .query(Long.class)
                        .single();
    }
}
