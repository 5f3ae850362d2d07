package org.talenthub.indexing.web;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.indexing.IndexKeeper;
import org.talenthub.indexing.IndexKeeper.Standing;
import org.talenthub.indexing.Relay;
import org.talenthub.indexing.rebuild.Reconciliation;
import org.talenthub.meaning.Enricher;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** The administrator's page of the indices: how they stand, how far the meaning is, rebuild, going back, comparing and repairing. */
@Controller
@RequestMapping("/admin/indices")
class IndexPages {

    private final IndexKeeper keeper;
    private final Reconciliation reconciliation;
    private final Relay relay;
    private final Enricher enricher;
    private final Texts texts;
    private final Rights rights;

    IndexPages(
            IndexKeeper keeper,
            Reconciliation reconciliation,
            Relay relay,
            Enricher enricher,
            Texts texts,
            Rights rights) {
        this.keeper = keeper;
        this.reconciliation = reconciliation;
        this.relay = relay;
        this.enricher = enricher;
        this.texts = texts;
        this.rights = rights;
    }

    /**
     * One index as the page shows it.
     *
     * @param percent how far the generation in the making is; null when none is
     */
    record IndexView(
            String index,
            @Nullable String generation,
            String documents,
            String records,
            boolean differs,
            String size,
            @Nullable String kept,
            boolean waiting,
            @Nullable Integer percent) {}

    /**
     * How far the enrichment by meaning is, in words.
     *
     * @param details what has a vector and how fast it went; null while there is nothing to tell
     */
    record MeaningView(String state, @Nullable String details, boolean going) {}

    /** A difference that a comparison found: {@code missing}, {@code extra}, {@code stale} or {@code rejected}; kept in the session until a page shows it. */
    record Found(String index, String kind, long total, List<String> ids) implements Serializable {}

    @GetMapping
    String indices(Viewer viewer, Model model) {
        rights.require(Act.EDIT, Thing.HUB, viewer, IndexOperations.REFUSAL);
        List<IndexView> views =
                keeper.standings().stream().map(IndexPages::view).toList();
        model.addAttribute("indices", views);
        MeaningView meaning = meaning(enricher.status());
        boolean building = views.stream().anyMatch(v -> v.waiting() || v.percent() != null);
        model.addAttribute("meaning", meaning);
        // the enrichment takes minutes to hours: no need to look every other second
        model.addAttribute("again", building ? "every 2s" : meaning.going() ? "every 10s" : null);
        model.addAttribute("lag", relay.lag());
        model.addAttribute("section", "indices");
        return "indices";
    }

    private static IndexView view(Standing s) {
        Integer percent = s.building() == null
                ? null
                : (int) Math.min(100, s.records() == 0 ? 100 : s.built() * 100 / s.records());
        return new IndexView(
                s.index(),
                s.generation(),
                Texts.number(s.documents()),
                Texts.number(s.records()),
                s.documents() != s.records(),
                s.bytes() < 1 << 20
                        ? "%.0f KB".formatted(s.bytes() / 1024.0)
                        : String.format(Locale.ROOT, "%.1f MB", s.bytes() / 1048576.0),
                s.kept(),
                s.waiting(),
                percent);
    }

    private MeaningView meaning(Enricher.Status s) {
        if (!s.on()) {
            return new MeaningView(texts.text("indices.meaning.off"), null, false);
        }
        String state = s.waiting() > 0
                ? texts.text(
                        s.ready() ? "indices.meaning.waiting" : "indices.meaning.notReady", Texts.number(s.waiting()))
                : texts.text(s.ready() ? "indices.meaning.done" : "indices.meaning.loading");
        String details = s.computed() > 0
                ? texts.text(
                        "indices.meaning.speed",
                        Texts.number(s.texts()),
                        Texts.number(s.computed()),
                        String.format(Locale.ROOT, "%.1f", s.perSecond()))
                : texts.text("indices.meaning.texts", Texts.number(s.texts()));
        return new MeaningView(state, details, !s.ready() || s.waiting() > 0);
    }

    @PostMapping("/rebuild")
    String rebuild(@RequestParam(required = false) @Nullable String index, Viewer viewer, RedirectAttributes flash) {
        rights.require(Act.EDIT, Thing.HUB, viewer, IndexOperations.REFUSAL);
        keeper.rebuild(index);
        return said(flash, texts.text("indices.rebuilding"));
    }

    @PostMapping("/rollback")
    String rollback(@RequestParam String index, Viewer viewer, RedirectAttributes flash) {
        rights.require(Act.EDIT, Thing.HUB, viewer, IndexOperations.REFUSAL);
        keeper.back(index);
        return said(flash, texts.text("indices.rolledBack", texts.text("indices." + index)));
    }

    @PostMapping("/reconcile")
    String reconcile(@RequestParam(defaultValue = "false") boolean repair, Viewer viewer, RedirectAttributes flash) {
        rights.require(Act.EDIT, Thing.HUB, viewer, IndexOperations.REFUSAL);
        List<Reconciliation.Report> reports = repair ? reconciliation.repair() : reconciliation.compare();
        List<Found> found = reports.stream().flatMap(r -> found(r).stream()).toList();
        flash.addFlashAttribute("found", found);
        long records =
                reports.stream().mapToLong(Reconciliation.Report::records).sum();
        String outcome = found.isEmpty() ? "indices.clean" : repair ? "indices.repaired" : "indices.differs";
        return said(flash, texts.text(outcome, Texts.number(records)));
    }

    private static List<Found> found(Reconciliation.Report r) {
        return List.of(
                        new Found(
                                r.index(),
                                "missing",
                                r.missing().total(),
                                r.missing().ids()),
                        new Found(
                                r.index(), "extra", r.extra().total(), r.extra().ids()),
                        new Found(
                                r.index(), "stale", r.stale().total(), r.stale().ids()),
                        new Found(
                                r.index(),
                                "rejected",
                                r.rejected().size(),
                                r.rejected().stream()
                                        .map(x -> x.id() + " " + x.reason())
                                        .toList()))
                .stream()
                .filter(f -> f.total() > 0)
                .toList();
    }

    private static String said(RedirectAttributes flash, String text) {
        flash.addFlashAttribute("said", text);
        return "redirect:/admin/indices";
    }
}
