package org.talenthub.importing.views;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.BatchDoors;
import org.talenthub.importing.batch.BatchView.IssueGroup;
import org.talenthub.importing.batch.BatchView.RowPage;
import org.talenthub.importing.batch.BatchView.RowView;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.importing.batch.Previews;
import org.talenthub.importing.correction.CorrectedRows;
import org.talenthub.importing.correction.Families;
import org.talenthub.importing.correction.FamilyView;
import org.talenthub.importing.reading.MappingView;
import org.talenthub.importing.reading.MappingViews;
import org.talenthub.importing.reading.OwnTitles;
import org.talenthub.records.rows.BatchRows;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;

/** What stands in a batch: its rows, what is wrong with them, how its titles were understood. Every call checks that the viewer may. */
@Component
public class BatchContents {

    private static final int ROWS_A_PAGE = 50;

    private final BatchDoors doors;
    private final BatchRows rows;
    private final Feeds feeds;
    private final MappingViews mappings;
    private final Families families;
    private final CorrectedRows corrected;
    private final Previews previews;
    private final Rights rights;

    BatchContents(
            BatchDoors doors,
            BatchRows rows,
            Feeds feeds,
            MappingViews mappings,
            Families families,
            CorrectedRows corrected,
            Previews previews,
            Rights rights) {
        this.doors = doors;
        this.rows = rows;
        this.feeds = feeds;
        this.mappings = mappings;
        this.families = families;
        this.corrected = corrected;
        this.previews = previews;
        this.rights = rights;
    }

    /**
     * @param which only rows with that issue, its column's title the person's own or the feed's, empty for whole rows; null for all
     */
    public RowPage rows(long id, BatchRows.Filter filter, BatchRows.@Nullable Only which, int page, Viewer viewer) {
        ImportBatch batch = doors.readable(id, viewer);
        OwnTitles titles = titles(batch);
        BatchRows.Only only = which == null
                ? null
                : new BatchRows.Only(titles.feedTitle(which.column()), which.code(), which.value());
        Paging asked = new Paging(page, ROWS_A_PAGE);
        // who decides about likenesses is told of the pool, everybody else of his own reports only
        boolean pool = rights.may(Act.REVIEW, Thing.PAIR, viewer);
        Set<Integer> taken = corrected.takenUp(List.of(id)).getOrDefault(id, Set.of());
        List<BatchRows.Row> found = rows.page(id, filter, only, taken, asked, pool);
        Map<Integer, Integer> origins = batch.corrects == null
                ? Map.of()
                : corrected.origins(
                        id, found.stream().map(BatchRows.Row::number).toList());
        List<RowView> items = found.stream()
                .map(r -> new RowView(
                        r.number(),
                        r.title(),
                        r.status(),
                        r.issues().stream().map(i -> titles.view(i, r.number())).toList(),
                        origins.get(r.number()),
                        about(batch, r.record()),
                        taken.contains(r.number())))
                .toList();
        return new RowPage(rows.count(id, filter, only, taken), asked.page(), asked.size(), items);
    }

    /** What a row is about is looked at while the row says something of it, or would. */
    private static @Nullable String about(ImportBatch batch, @Nullable Long record) {
        boolean says = batch.status() == Status.COMMITTED || batch.status() == Status.PREVIEWED;
        return says && record != null ? Ids.text(record) : null;
    }

    /** The columns of the upload by its author's titles. */
    public OwnTitles titles(long id, Viewer viewer) {
        return titles(doors.readable(id, viewer));
    }

    private OwnTitles titles(ImportBatch batch) {
        return new OwnTitles(
                feeds.get(batch.feed),
                batch.layout == null ? null : mappings.layout(batch),
                LocaleContextHolder.getLocale());
    }

    /** How the sheet's titles were understood. @throws Problem 409 while the file is not looked at yet */
    public MappingView mapping(long id, Viewer viewer) {
        ImportBatch batch = doors.readable(id, viewer);
        if (batch.layout == null) {
            throw Problem.conflict("batch.status", Sentence.of("refused.batch.status.mapping"));
        }
        return mappings.of(batch);
    }

    /** The uploads that correct one another; null when this one stands alone. */
    public @Nullable FamilyView family(long id, Viewer viewer) {
        return families.of(doors.readable(id, viewer));
    }

    /** How many records its rows speak of. */
    public long records(long id, Viewer viewer) {
        doors.readable(id, viewer);
        return rows.records(id).size();
    }

    /** Like problems counted, errors first; of any number of rows. */
    public List<IssueGroup> issues(long id, Viewer viewer) {
        ImportBatch batch = doors.readable(id, viewer);
        OwnTitles titles = titles(batch);
        return previews.groups(batch).stream()
                .map(g -> new IssueGroup(
                        titles.of(g.example().column()),
                        g.example().column(),
                        g.example().code(),
                        g.example().level().name().toLowerCase(Locale.ROOT),
                        titles.message(g.example()),
                        g.firstRow(),
                        g.rows(),
                        g.example().value(),
                        "/api/v1/imports/" + Ids.text(id) + "/rows?column="
                                + URLEncoder.encode(g.example().column(), StandardCharsets.UTF_8) + "&code="
                                + g.example().code()
                                + (g.example().value() == null
                                        ? ""
                                        : "&value="
                                                + URLEncoder.encode(g.example().value(), StandardCharsets.UTF_8))))
                .toList();
    }
}
