package org.talenthub.audit;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the trail as long as is configured, {@code hub.audit.keep}, three years unless said otherwise; the rest goes at night, bit by bit. */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    /** So few rows at a time that nobody who writes waits for them. */
    private static final int STEP = 2_000;

    private final JdbcClient jdbc;
    private final Duration keep;

    Retention(JdbcClient jdbc, @Value("${hub.audit.keep:1096d}") Duration keep) {
        this.jdbc = jdbc;
        this.keep = keep;
    }

    @Scheduled(cron = "${hub.audit.cron:0 50 3 * * *}", zone = "Asia/Shanghai")
    void sweep() {
        long gone = sweep(Instant.now().minus(keep));
        if (gone > 0) {
            log.info("trail: {} entries older than {} days removed", gone, keep.toDays());
        }
    }

    /** @return how many went */
    long sweep(Instant before) {
        long gone = 0;
        int some;
        do {
            some = jdbc.sql("delete from audit_event where at < ? limit " + STEP)
                    .param(Timestamp.from(before))
                    .update();
            gone += some;
        } while (some == STEP);
        return gone;
    }
}
