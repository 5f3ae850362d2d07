package org.talenthub.importing.web.revert;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.revert.RevertPreview;
import org.talenthub.importing.batch.revert.RevertPreview.LaterBatch;
import org.talenthub.importing.web.Crumb;
import org.talenthub.records.reverts.Reverts.Effect;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;

/** Lays out what an undo will do: in numbers, then record by record. */
@Component
class RevertPages {

    private final Texts texts;

    RevertPages(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param unknown said when some records were not worked out, else null
     * @param rows changed ones first
     * @param total how many records change
     * @param many so many that the number has to be typed
     */
    record View(
            String id,
            List<Crumb> crumbs,
            String fileName,
            String href,
            List<Tally> tally,
            @Nullable String unknown,
            List<Later> later,
            List<Row> rows,
            Pager pager,
            String total,
            boolean many) {}

    record Tally(String key, String text, String href, boolean current) {}

    /** @param href null when the batch is not the viewer's to open */
    record Later(String text, @Nullable String href, String note) {}

    record Row(String row, String name, String effect, List<Change> changes) {}

    record Change(String label, String before, String after) {}

    View of(RevertPreview p) {
        String batch = "/imports/" + p.id();
        return new View(
                p.id(),
                List.of(new Crumb(texts.text("imports.title"), "/imports"), new Crumb(p.fileName(), batch)),
                p.fileName(),
                batch,
                List.of(
                        tally(p, null, p.records()),
                        tally(p, Effect.CHANGED, p.changed()),
                        tally(p, Effect.GONE, p.gone()),
                        tally(p, Effect.UNCHANGED, p.unchanged())),
                p.unknown() == 0 ? null : texts.text("revert.unknown", Texts.number(p.unknown())),
                p.later().stream().map(this::later).toList(),
                p.items().stream().map(this::row).toList(),
                Pager.of(p.total(), p.page(), p.size(), Long.MAX_VALUE, n -> at(p, p.effect(), n)),
                Texts.number(p.touched()),
                p.many());
    }

    private static Tally tally(RevertPreview p, @Nullable Effect effect, int count) {
        return new Tally(key(effect), Texts.number(count), at(p, effect, 0), p.effect() == effect);
    }

    private static String key(@Nullable Effect effect) {
        return effect == null ? "all" : effect.name().toLowerCase(Locale.ROOT);
    }

    private static String at(RevertPreview p, @Nullable Effect effect, int page) {
        String query = (effect == null ? "" : "&show=" + key(effect)) + (page == 0 ? "" : "&page=" + page);
        return "/imports/" + p.id() + "/revert" + (query.isEmpty() ? "" : "?" + query.substring(1));
    }

    private Later later(LaterBatch b) {
        String note = texts.text("revert.laterNote", Texts.time(b.at()), Texts.number(b.records()));
        return b.id() == null || b.fileName() == null
                ? new Later(b.reporter(), null, note)
                : new Later(b.fileName(), "/imports/" + b.id(), note);
    }

    private Row row(RevertPreview.Item item) {
        String blank = texts.text("imports.blank");
        return new Row(
                Texts.number(item.row()),
                item.name(),
                key(item.effect()),
                item.changes().stream()
                        .map(c -> new Change(
                                c.label(),
                                c.before() == null ? blank : c.before(),
                                c.after() == null ? blank : c.after()))
                        .toList());
    }
}
