package org.talenthub.importing.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.BatchView.Counts;
import org.talenthub.importing.batch.BatchView.IssueGroup;
import org.talenthub.importing.batch.BatchView.RowPage;
import org.talenthub.importing.batch.BatchView.RowView;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.importing.correction.FamilyView;
import org.talenthub.importing.reading.MappingView;
import org.talenthub.importing.reading.OwnTitles;
import org.talenthub.importing.web.BatchPageView.Progress;
import org.talenthub.records.rows.BatchRows.Filter;
import org.talenthub.records.rows.BatchRows.Only;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;

/** Lays batches out: the list's rows, and one batch with its numbers, grouped problems and rows. */
@Component
public class BatchPages {

    private static final int NAMED = 20;

    private final Feeds feeds;
    private final RowSheets sheets;
    private final BatchParts parts;
    private final Texts texts;
    private final BatchNumbers numbers;

    BatchPages(Feeds feeds, RowSheets sheets, BatchParts parts, Texts texts, BatchNumbers numbers) {
        this.feeds = feeds;
        this.sheets = sheets;
        this.parts = parts;
        this.texts = texts;
        this.numbers = numbers;
    }

    /**
     * What was found in a batch's file.
     *
     * @param only the one kind of issue whose rows are shown; null for all
     * @param values what was read from the rows of the page, by row number
     * @param records how many records a committed batch speaks of
     * @param reportable what the viewer may report, to read the file as
     */
    record Findings(
            List<IssueGroup> groups,
            @Nullable MappingView mapping,
            @Nullable FamilyView family,
            OwnTitles titles,
            @Nullable Only only,
            Map<Integer, Fields> values,
            long records,
            List<Feed> reportable) {}

    BatchListView.Item item(BatchView b) {
        return new BatchListView.Item(
                address(b),
                b.fileName(),
                texts.textOr("feed." + b.feed(), b.feedTitle()),
                b.state(),
                tone(b.status()),
                Texts.number(b.counts().read()),
                Texts.number(b.counts().created()),
                Texts.number(b.counts().updatedOnce()),
                Texts.number(b.open()),
                b.carrier(),
                Texts.time(b.createdAt()),
                b.working() ? line(b) : null);
    }

    public BatchLine line(BatchView b) {
        Progress p = progress(b);
        return new BatchLine(
                b.id(),
                address(b),
                b.fileName(),
                b.state(),
                tone(b.status()),
                b.working(),
                b.working() ? under(p) : numbers.told(b),
                p.rowsRead(),
                p.rowsTotal());
    }

    private String under(Progress p) {
        if (p.trouble() != null) {
            return p.trouble();
        }
        return String.join(" · ", texts.text("phase." + p.phase()), p.rowsText(), p.rateText())
                .replaceFirst(" · $", "");
    }

    public static String address(BatchView b) {
        return "/imports/" + b.id();
    }

    /** @param rows null while they are being read */
    BatchPageView of(BatchView b, Findings found, @Nullable RowPage rows, Filter filter, boolean uploads) {
        Counts c = b.counts();
        boolean counted = rows != null;
        boolean committed = b.committed();
        List<RowView> items = rows == null ? List.of() : rows.items();
        RowSheets.Sheet sheet = sheets.of(feeds.get(b.feed()), found.titles(), items, found.values());
        boolean asking = b.asking();
        boolean corrected = c.rejected() > 0 && b.openOwn() == 0;
        boolean work =
                counted && !corrected && b.own() && c.rejected() + c.warnings() > 0 && (b.previewed() || committed);
        return new BatchPageView(
                b.id(),
                List.of(new Crumb(texts.text("imports.title"), "/imports")),
                b.fileName(),
                b.feed(),
                texts.textOr("feed." + b.feed(), b.feedTitle()),
                b.carrier(),
                Texts.time(b.createdAt()),
                b.state(),
                tone(b.status()),
                step(b.status()),
                b.working() ? progress(b) : null,
                b.problem() == null || asking || b.working()
                        ? null
                        : b.problem().detail(),
                overtaken(b),
                asking,
                found.mapping() == null ? null : parts.mapping(found.mapping(), b, found.reportable()),
                found.family() == null ? null : parts.family(found.family(), b),
                committed ? numbers.done(c) : null,
                committed ? numbers.found(b, found.records()) : null,
                b.status() == Status.REVERTED ? reverted(b) : null,
                counted,
                numbers.tally(b, filter),
                found.groups().stream()
                        .map(g -> parts.group(b, g, found.only()))
                        .toList(),
                work ? address(b) + "/correction" : null,
                corrected,
                key(filter),
                rows == null ? "" : Texts.number(rows.total()),
                sheet.columns(),
                sheet.rows(),
                rows == null
                        ? Pager.of(0, 0, 1, 0, p -> "")
                        : Pager.of(
                                rows.total(),
                                rows.page(),
                                rows.size(),
                                Long.MAX_VALUE,
                                p -> rowsAt(b, filter, found.only(), p)),
                uploads,
                b.may(Action.COMMIT) && c.effective() > 0,
                b.may(Action.DROP),
                b.may(Action.REVERT) && c.effective() > 0,
                cancel(b),
                Texts.number(c.effective()),
                c.rejected() == 0 ? null : texts.text("imports.left", Texts.number(c.rejected())));
    }

    private String reverted(BatchView b) {
        String done = texts.text("imports.reverted", Texts.time(b.updatedAt()));
        String why = b.revertReason();
        return why == null ? done : done + " " + texts.text("imports.revertedWhy", why);
    }

    private @Nullable String overtaken(BatchView b) {
        List<Integer> rows = b.overtaken();
        if (rows == null || !b.previewed()) {
            return null;
        }
        String named = rows.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining("、"));
        return texts.text(
                rows.size() <= NAMED ? "imports.overtaken" : "imports.overtakenMany", named, Texts.number(rows.size()));
    }

    Progress progress(BatchView b) {
        BatchView.Progress p = b.progress();
        Integer total = p.rowsTotal();
        Integer rate = p.rowsPerSecond();
        Integer left = p.secondsLeft();
        return new Progress(
                b.id(),
                p.phase().name(),
                p.rowsRead(),
                total,
                total == null
                        ? texts.text("imports.rowsRead", Texts.number(p.rowsRead()))
                        : texts.text("imports.rowsOf", Texts.number(p.rowsRead()), Texts.number(total)),
                rate == null
                        ? ""
                        : left == null
                                ? texts.text("imports.rate", Texts.number(rate))
                                : texts.text("imports.rateLeft", Texts.number(rate), left(left)),
                b.problem() == null ? null : b.problem().detail());
    }

    private @Nullable String cancel(BatchView b) {
        return b.may(Action.CANCEL)
                ? texts.text("imports.cancel.reading")
                : b.may(Action.WITHHOLD) ? texts.text("imports.cancel.committing") : null;
    }

    private String left(int seconds) {
        return seconds < 60
                ? texts.text("imports.seconds", seconds)
                : texts.text("imports.minutes", (seconds + 59) / 60);
    }

    static String rowsAt(BatchView b, Filter f, @Nullable Only only, int page) {
        String which = only == null
                ? ""
                : "&column=" + URLEncoder.encode(only.column(), StandardCharsets.UTF_8) + "&code=" + only.code()
                        + (only.value() == null
                                ? ""
                                : "&value=" + URLEncoder.encode(only.value(), StandardCharsets.UTF_8));
        return address(b) + "?show=" + key(f) + which + (page == 0 ? "" : "&page=" + page);
    }

    static String key(Filter f) {
        return f.name().toLowerCase(Locale.ROOT);
    }

    private static int step(Status status) {
        return switch (status) {
            case RECEIVED, READING, REJECTED, FAILED -> 1;
            case PREVIEWED -> 2;
            case COMMITTING, COMMITTED, REVERTING, REVERTED, CANCELLING -> 3;
        };
    }

    static String tone(Status status) {
        return status == Status.PREVIEWED
                ? "accent"
                : status == Status.REJECTED || status == Status.FAILED ? "signal" : "";
    }
}
