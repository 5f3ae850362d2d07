package org.talenthub.results.exports;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** One export at a time for each account, few at a time for a hub, and so many an hour, as the audit trail counts them on all hubs. */
@Component
public class ExportTurns {

    private static final int AT_ONCE = 4;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private final Audit audit;
    private final int perHour;

    /** @param perHour exports of one account within an hour ({@code hub.export.per-hour}) */
    ExportTurns(Audit audit, @Value("${hub.export.per-hour:30}") int perHour) {
        this.audit = audit;
        this.perHour = perHour;
    }

    /**
     * @return to be closed when the export is over
     * @throws Problem 429 when it is not the account's turn
     */
    public Turn take(Viewer viewer) {
        if (audit.count(viewer, Exports.BEGUN, Instant.now().minus(HOUR)) >= perHour) {
            throw new Problem(429, "export.often", Sentence.of("refused.export.often", perHour));
        }
        if (!running.add(viewer.account())) {
            throw new Problem(429, "export.running", Sentence.of("refused.export.running"));
        }
        if (running.size() > AT_ONCE) {
            running.remove(viewer.account());
            throw new Problem(429, "export.busy", Sentence.of("refused.export.busy"));
        }
        return () -> running.remove(viewer.account());
    }

    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
