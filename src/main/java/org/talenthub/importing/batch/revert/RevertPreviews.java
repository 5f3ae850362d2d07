package org.talenthub.importing.batch.revert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.importing.batch.BatchDoors;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatches;
import org.talenthub.importing.batch.revert.RevertPreview.Change;
import org.talenthub.importing.batch.revert.RevertPreview.Item;
import org.talenthub.importing.batch.revert.RevertPreview.LaterBatch;
import org.talenthub.records.reverts.Reverts;
import org.talenthub.records.reverts.Reverts.Effect;
import org.talenthub.records.words.FieldWords;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Shows those who may revert a batch what that would do. */
@Component
public class RevertPreviews {

    private static final int SIZE = 20;

    /** Of all records first those that somebody may want to look at. */
    private static final List<Effect> ORDER = List.of(Effect.CHANGED, Effect.GONE, Effect.UNCHANGED);

    private final BatchDoors doors;
    private final ImportBatches store;
    private final Batches batches;
    private final Reverts reverts;
    private final FieldWords words;
    private final Texts texts;

    RevertPreviews(
            BatchDoors doors, ImportBatches store, Batches batches, Reverts reverts, FieldWords words, Texts texts) {
        this.doors = doors;
        this.store = store;
        this.batches = batches;
        this.reverts = reverts;
        this.words = words;
        this.texts = texts;
    }

    /**
     * @param effect only these records; null for all
     * @param english the language of labels and values
     * @throws Problem 400 for a page that does not exist, 403, 404; 409 unless the batch is committed
     */
    public RevertPreview of(long id, @Nullable Effect effect, int page, boolean english, Viewer viewer) {
        Paging asked = new Paging(page, SIZE);
        ImportBatch batch = doors.owned(id, viewer);
        batches.allow(batch, Action.REVERT);
        Reverts.Summary summary = reverts.summary(id, batch.feed, batch.reporter);
        Map<Long, Effect> effects = new HashMap<>();
        summary.records().forEach((e, records) -> records.forEach(r -> effects.put(r, e)));
        List<Long> chosen = (effect == null ? ORDER.stream() : Stream.of(effect))
                .flatMap(e -> summary.records().getOrDefault(e, List.of()).stream())
                .toList();
        int from = Math.min(asked.from(), chosen.size());
        List<Item> items = reverts
                .changes(id, batch.feed, batch.reporter, chosen.subList(from, Math.min(from + SIZE, chosen.size())))
                .stream()
                .map(c -> item(c, effects.getOrDefault(c.record(), Effect.UNCHANGED), english))
                .toList();
        return new RevertPreview(
                Ids.text(id),
                batch.fileName,
                effects.size() + summary.unknown(),
                summary.count(Effect.GONE),
                summary.count(Effect.CHANGED),
                summary.count(Effect.UNCHANGED),
                summary.unknown(),
                later(summary.later(), viewer),
                effect,
                chosen.size(),
                asked.page(),
                asked.size(),
                items);
    }

    private Item item(Reverts.Change c, Effect effect, boolean english) {
        return new Item(
                Ids.text(c.record()),
                c.name(),
                c.row(),
                effect,
                c.differences().stream()
                        .map(d -> new Change(
                                d.column().field(),
                                english
                                        ? texts.textOr(
                                                "column." + d.column().field(),
                                                d.column().title())
                                        : d.column().title(),
                                d.before() == null ? null : words.text(d.column(), d.before(), english),
                                d.after() == null ? null : words.text(d.column(), d.after(), english)))
                        .toList());
    }

    private List<LaterBatch> later(List<Reverts.Later> later, Viewer viewer) {
        Map<Long, ImportBatch> found = new HashMap<>();
        store.findAllById(later.stream().map(Reverts.Later::batch).toList()).forEach(b -> found.put(b.id, b));
        return later.stream()
                .flatMap(l -> Stream.ofNullable(found.get(l.batch())).map(b -> {
                    boolean readable = doors.readable(b, viewer);
                    return new LaterBatch(
                            readable ? Ids.text(b.id) : null,
                            readable ? b.fileName : null,
                            b.reporterName,
                            b.createdAt,
                            l.records());
                }))
                .toList();
    }
}
