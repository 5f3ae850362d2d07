package org.talenthub.importing.correction;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.importing.batch.BatchView.Counts;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.importing.batch.ImportBatches;
import tools.jackson.databind.json.JsonMapper;

/** Chains of corrections: an upload, the workbook that was given back for it and uploaded again, and so on. */
@Component
public class Families {

    private final ImportBatches store;
    private final CorrectedRows rows;
    private final Marks marks;
    private final JsonMapper json;

    Families(ImportBatches store, CorrectedRows rows, Marks marks, JsonMapper json) {
        this.store = store;
        this.rows = rows;
        this.marks = marks;
        this.json = json;
    }

    /** Makes the batch a correction of the one its mark names, if that is the reporter's own and still there. */
    public void join(ImportBatch batch, @Nullable String mark) {
        Optional<ImportBatch> corrected = marks.read(mark, batch.reporter)
                .flatMap(origin -> store.findById(origin.batch()))
                .filter(b -> b.feed.equals(batch.feed) && b.reporter.equals(batch.reporter));
        corrected.ifPresent(of -> {
            batch.corrects = of.id;
            batch.family = of.family == null ? Long.valueOf(of.id) : of.family;
        });
    }

    /** The batch's family; null when there are no corrections. */
    @Nullable
    public FamilyView of(ImportBatch batch) {
        List<ImportBatch> members = store.findFamily(batch.family == null ? batch.id : batch.family);
        if (members.size() < 2) {
            return null;
        }
        Map<Long, Set<Integer>> open = rows.open(members.stream().map(b -> b.id).toList());
        List<FamilyView.Member> shown = members.stream()
                .map(b -> new FamilyView.Member(
                        Ids.text(b.id),
                        b.corrects == null ? null : Ids.text(b.corrects),
                        b.fileName,
                        b.status(),
                        b.createdAt,
                        counts(b).read(),
                        b.status().stands() ? open.getOrDefault(b.id, Set.of()).size() : 0))
                .toList();
        List<Counts> committed = members.stream()
                .filter(b -> b.status() == Status.COMMITTED)
                .map(this::counts)
                .toList();
        return new FamilyView(
                shown,
                committed.stream().mapToInt(Counts::created).sum(),
                committed.stream().mapToInt(Counts::updated).sum(),
                shown.stream().mapToInt(FamilyView.Member::open).sum());
    }

    /**
     * Rows that still need work.
     *
     * @param own of the batch itself
     * @param together of a first upload with those of its corrections; of a correction its own
     */
    public record Open(int own, int together) {}

    /** By id; a batch that is not among the result has as many as it has rejected rows. */
    public Map<Long, Open> open(Collection<ImportBatch> batches) {
        Set<Long> roots = batches.stream()
                .filter(b -> b.family != null || counts(b).rejected() > 0)
                .map(b -> b.family == null ? Long.valueOf(b.id) : b.family)
                .collect(Collectors.toSet());
        if (roots.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<ImportBatch>> families = store.findFamilies(roots).stream()
                .collect(Collectors.groupingBy(b -> b.family == null ? Long.valueOf(b.id) : b.family));
        families.values().removeIf(members -> members.size() < 2);
        Set<Long> members =
                families.values().stream().flatMap(List::stream).map(b -> b.id).collect(Collectors.toSet());
        Map<Long, Set<Integer>> rejected = members.isEmpty() ? Map.of() : rows.open(members);
        Map<Long, Open> open = new HashMap<>();
        families.forEach((root, family) -> {
            Map<Long, Integer> own = family.stream()
                    .collect(Collectors.toMap(
                            b -> b.id,
                            b -> b.status().stands()
                                    ? rejected.getOrDefault(b.id, Set.of()).size()
                                    : 0));
            int all = own.values().stream().mapToInt(Integer::intValue).sum();
            own.forEach((id, n) -> open.put(id, new Open(n, id.equals(root) ? all : n)));
        });
        return open;
    }

    private Counts counts(ImportBatch b) {
        return b.counts == null ? Counts.NONE : json.readValue(b.counts, Counts.class);
    }

    /** Takes out what a later correction has taken up. */
    public void withoutCorrected(long batch, SortedMap<Integer, List<Issue>> issues) {
        issues.keySet().removeAll(rows.takenUp(List.of(batch)).getOrDefault(batch, Set.of()));
    }
}
