package org.talenthub.lifecycle;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.standards.CreditCodes;

/** What the hub already knows of the enterprise or zone that applies, so that nobody types it again. */
@Component
public class KnownHost {

    private final JdbcClient jdbc;
    private final Records records;

    KnownHost(JdbcClient jdbc, Records records) {
        this.jdbc = jdbc;
        this.records = records;
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

    /** The same wish with what the directory of enterprises says where nothing was written. */
    public Applying.Wish fill(Applying.Wish wish) {
        String code = wish.hostCode() == null ? "" : CreditCodes.normalise(wish.hostCode());
        RecordSnapshot host = code.isEmpty() ? null : enterprise(code);
        if (host == null) {
            return wish;
        }
        List<String> industries = host.fields().list("industries");
        return new Applying.Wish(
                wish.call(),
                wish.name(),
                blank(wish.hostName()) ? host.name() : wish.hostName(),
                code,
                blank(wish.region()) ? host.region() : wish.region(),
                wish.industries() == null || wish.industries().isEmpty() ? industries : wish.industries(),
                wish.outline(),
                wish.version());
    }

    private @Nullable RecordSnapshot enterprise(String code) {
        List<Long> ids = jdbc.sql("select id from pool_record where type = 'enterprise' and state = 'LIVE'"
                        + " and enterprise_code = ? order by id limit 1")
                .param(code)
                .query((rs, i) -> rs.getLong(1))
                .list();
        return ids.isEmpty() ? null : records.snapshots(ids).get(ids.getFirst());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
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
