package org.talenthub.importing.batch;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Facts;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.OpenBatches;
import org.talenthub.security.Viewer;

/** Gives batches out to those who may read them, and to those who may act on them. */
@Component
public class BatchDoors implements OpenBatches {

    private final ImportBatches store;
    private final Rights rights;

    BatchDoors(ImportBatches store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    /** A batch that the caller has opened already; 404 when it is gone. */
    public ImportBatch present(long id) {
        return store.findById(id).orElseThrow(Problem::notFound);
    }

    /** @throws Problem 404 unless the viewer may read it */
    public ImportBatch readable(long id, Viewer viewer) {
        return store.findById(id).filter(b -> readable(b, viewer)).orElseThrow(Problem::notFound);
    }

    public boolean readable(ImportBatch b, Viewer viewer) {
        return rights.may(Act.READ, Thing.BATCH, facts(b), viewer);
    }

    /**
     * For committing, correcting, reverting, dropping.
     *
     * @throws Problem 404 unless the viewer may read it, 403 unless it is his organisation's
     */
    public ImportBatch owned(long id, Viewer viewer) {
        ImportBatch batch = readable(id, viewer);
        if (!own(batch, viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.owned", batch.reporterName));
        }
        return batch;
    }

    public boolean own(ImportBatch b, Viewer viewer) {
        return rights.may(Act.EDIT, Thing.BATCH, facts(b), viewer);
    }

    /** Those of some that the viewer may read, the newest first. */
    public Page<ImportBatch> page(Viewer viewer, BatchFilter filter, PageRequest request) {
        Extent extent = rights.extent(Act.READ, Thing.BATCH, viewer);
        return extent instanceof Extent.Nothing
                ? Page.empty(request)
                : store.findAll(
                        readable(extent).and(filter.specification()),
                        request.withSort(Sort.by(Sort.Direction.DESC, "id")));
    }

    private static Specification<ImportBatch> readable(Extent extent) {
        return switch (extent) {
            case Extent.Everything all -> Specification.unrestricted();
            case Extent.InRegion region -> (batch, query, c) -> c.like(batch.get("region"), region.stem() + "%");
            case Extent.ReportedBy own -> (batch, query, c) -> c.equal(batch.get("reporter"), own.reporter());
            case Extent other -> throw new IllegalStateException("batches are not told apart by " + other);
        };
    }

    @Override
    public Set<Long> of(Collection<Long> batches, Viewer viewer) {
        return store.findAllById(batches).stream()
                .filter(b -> readable(b, viewer))
                .map(b -> b.id)
                .collect(Collectors.toSet());
    }

    private static Facts facts(ImportBatch b) {
        return Facts.reported(b.reporter, b.region);
    }
}
