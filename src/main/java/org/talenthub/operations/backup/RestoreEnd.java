package org.talenthub.operations.backup;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.indexing.IndexKeeper;
import org.talenthub.indexing.Relay;
import org.talenthub.indexing.rebuild.Reconciliation;

/** After the rows: waits until the indices are built from them, compares the two, repairs, and tells. */
@Component
@ConditionalOnProperty(name = "hub.command", havingValue = "restore")
class RestoreEnd {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreEnd.class);

    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final IndexKeeper keeper;
    private final Relay relay;
    private final Reconciliation reconciliation;

    RestoreEnd(IndexKeeper keeper, Relay relay, Reconciliation reconciliation) {
        this.keeper = keeper;
        this.relay = relay;
        this.reconciliation = reconciliation;
    }

    /** Whether every record has its document, in the end. */
    boolean agrees() {
        try {
            long until = System.nanoTime() + LONGEST.toNanos();
            while (!keeper.ready() && System.nanoTime() < until) {
                Thread.sleep(LOOK);
            }
            relay.awaitDrained(LONGEST);
            List<Reconciliation.Report> reports = reconciliation.repair();
            if (!reports.stream().allMatch(Reconciliation.Report::clean)) {
                relay.awaitDrained(LONGEST);
                reports = reconciliation.compare();
            }
            reports.forEach(
                    r -> LOG.info("{}: {} 条记录，{} 份索引文档 · records, documents", r.index(), r.records(), r.documents()));
            boolean clean = reports.stream().allMatch(Reconciliation.Report::clean);
            LOG.info(
                    clean
                            ? "恢复完成，索引与数据库一致 · restored, index and database agree"
                            : "索引与数据库还不一致 · index and database do not agree yet");
            return clean;
        } catch (Problem away) {
            LOG.warn("索引没有核对成：{} · not reconciled", away.detail());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
