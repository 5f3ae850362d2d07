package org.talenthub.indexing.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Sentence;
import org.talenthub.indexing.IndexKeeper;
import org.talenthub.indexing.Relay;
import org.talenthub.indexing.rebuild.Reconciliation;
import org.talenthub.meaning.Enricher;
import org.talenthub.security.Viewer;

@RestController
@RequestMapping("/api/v1/admin")
class IndexOperations {

    static final Sentence REFUSAL = Sentence.of("refused.forbidden.indices");

    private final IndexKeeper keeper;
    private final Reconciliation reconciliation;
    private final Relay relay;
    private final Enricher enricher;
    private final Rights rights;

    IndexOperations(IndexKeeper keeper, Reconciliation reconciliation, Relay relay, Enricher enricher, Rights rights) {
        this.keeper = keeper;
        this.reconciliation = reconciliation;
        this.relay = relay;
        this.enricher = enricher;
        this.rights = rights;
    }

    record Accepted(Set<String> rebuilding) {}

    record Standings(long waiting, List<IndexKeeper.Standing> items, Enricher.Status meaning) {}

    record Reconciled(boolean clean, long waiting, List<Reconciliation.Report> items) {}

    @PostMapping("/reindex")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted reindex(@RequestParam(required = false) @Nullable String index, Viewer viewer) {
        onlyAdmin(viewer);
        return new Accepted(keeper.rebuild(index));
    }

    /** How every index stands: its generation, documents, bytes, what is being built, and the generation kept for going back; and how far the meaning is. */
    @GetMapping("/indices")
    Standings indices(Viewer viewer) {
        onlyAdmin(viewer);
        return standings();
    }

    /** The generation before the present one goes into service again, brought up to date. */
    @PostMapping("/indices/{index}/rollback")
    Standings rollback(@PathVariable String index, Viewer viewer) {
        onlyAdmin(viewer);
        keeper.back(index);
        return standings();
    }

    private Standings standings() {
        return new Standings(relay.lag(), keeper.standings(), enricher.status());
    }

    @GetMapping("/reconcile")
    Reconciled reconcile(Viewer viewer) {
        onlyAdmin(viewer);
        long waiting = relay.lag();
        return reconciled(waiting, reconciliation.compare());
    }

    /** Compares, and what differs is written to the index again; the answer tells what differed. */
    @PostMapping("/reconcile")
    Reconciled repair(Viewer viewer) {
        onlyAdmin(viewer);
        long waiting = relay.lag();
        return reconciled(waiting, reconciliation.repair());
    }

    private static Reconciled reconciled(long waiting, List<Reconciliation.Report> reports) {
        return new Reconciled(reports.stream().allMatch(Reconciliation.Report::clean), waiting, reports);
    }

    private void onlyAdmin(Viewer viewer) {
        rights.require(Act.EDIT, Thing.HUB, viewer, REFUSAL);
    }
}
