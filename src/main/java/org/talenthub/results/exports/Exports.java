package org.talenthub.results.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Rights;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.results.exports.Export.Fact;
import org.talenthub.results.exports.Export.Format;
import org.talenthub.results.exports.Export.Mark;
import org.talenthub.results.exports.Export.Wish;
import org.talenthub.results.lists.RecordLists;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.finding.Walks;
import org.talenthub.search.finding.Walks.Part;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/**
 * Whole results as files: the same query as the list, each record as the viewer sees it there. Of people, cities export their own
 * region's and stations those they reported.
 */
@Component
public class Exports {

    static final String BEGUN = "export";

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final int STEP = 1_000;
    private static final int LONGEST_PURPOSE = 200;

    private final Walks walks;
    private final ExportColumns columns;
    private final ExportTurns turns;
    private final RecordLists lists;
    private final Audit audit;
    private final Texts texts;
    private final Rights rights;
    private final long mostRows;

    /** @param mostRows of one file ({@code hub.export.max-rows}); a sheet of a workbook ends at 1,048,576 */
    Exports(
            Walks walks,
            ExportColumns columns,
            ExportTurns turns,
            RecordLists lists,
            Audit audit,
            Texts texts,
            Rights rights,
            @Value("${hub.export.max-rows:500000}") long mostRows) {
        this.walks = walks;
        this.columns = columns;
        this.turns = turns;
        this.lists = lists;
        this.audit = audit;
        this.texts = texts;
        this.rights = rights;
        this.mostRows = Math.min(mostRows, 1_000_000);
    }

    /**
     * What an export would be, before anybody asks for it.
     *
     * @param found what the search finds
     * @param rows what of it would be exported
     */
    public record Forecast(long found, long rows, long mostRows, List<ExportColumn> columns) {}

    /** Whether the viewer may export this kind at all. */
    public boolean allowed(Kind kind, Viewer viewer) {
        return rights.may(Act.EXPORT, kind.type(), viewer);
    }

    /** @throws Problem 403 when the viewer may not export this kind, and as the search does */
    public Forecast forecast(Wish wish, Viewer viewer) {
        Kind kind = wish.query().kind();
        check(kind, viewer);
        Part part = part(wish, viewer);
        long rows = walks.count(wish.query(), part, viewer);
        return new Forecast(
                part.within() instanceof Extent.Everything
                        ? rows
                        : walks.count(wish.query(), new Part(new Extent.Everything(), part.among()), viewer),
                rows,
                mostRows,
                columns.of(kind, viewer));
    }

    /**
     * Gets everything ready, so that whatever can be refused is refused before the first byte.
     *
     * @return to be closed, written or not
     * @throws Problem 400 without a purpose, 403, 422 when it is too much, 429 when it is not the account's turn
     */
    public Ready prepare(Wish wish, Viewer viewer) {
        Kind kind = wish.query().kind();
        check(kind, viewer);
        String purpose = purpose(wish, kind);
        List<ExportColumn> chosen = columns.chosen(kind, wish.columns(), viewer);
        Part part = part(wish, viewer);
        ExportTurns.Turn turn = turns.take(viewer);
        try {
            Walks.Walk walk = walks.open(wish.query(), part, STEP, viewer);
            try {
                if (walk.total() > mostRows) {
                    throw Problem.unusable(
                            "export.large",
                            Sentence.of("refused.export.large", Texts.number(walk.total()), Texts.number(mostRows)));
                }
                Mark mark = mark(wish, purpose, walk.total(), viewer);
                audit.record(viewer, BEGUN, kind.path(), mark.id(), said(wish, purpose, walk.total(), chosen));
                return new Ready(wish, viewer, walk, turn, chosen, mark, writer(wish.format(), kind));
            } catch (RuntimeException e) {
                walk.close();
                throw e;
            }
        } catch (RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    private void check(Kind kind, Viewer viewer) {
        if (!allowed(kind, viewer)) {
            throw viewer.anonymous()
                    ? new Problem(401, "unauthenticated", Sentence.of("refused.unauthenticated.check"))
                    : Problem.forbidden(Sentence.of("refused.forbidden.check"));
        }
    }

    private static String purpose(Wish wish, Kind kind) {
        String purpose = wish.purpose().strip().replaceAll("\\p{Cntrl}+", " ");
        if (kind == Kind.TALENT && purpose.length() < 2) {
            throw Problem.badRequest("export.purpose", Sentence.of("refused.export.purpose"));
        }
        if (purpose.length() > LONGEST_PURPOSE) {
            throw Problem.badRequest("export.purpose", Sentence.of("refused.export.purpose.purpose", LONGEST_PURPOSE));
        }
        return purpose;
    }

    private Part part(Wish wish, Viewer viewer) {
        Kind kind = wish.query().kind();
        return new Part(
                rights.extent(Act.EXPORT, kind.type(), viewer),
                wish.list() == null ? null : lists.records(wish.list(), kind, viewer));
    }

    private Export.Writer writer(Format format, Kind kind) {
        return switch (format) {
            case CSV -> new CsvExport(texts.text("export.number"), texts.text("export.mark"));
            case XLSX -> new XlsxExport(texts.text("kind." + kind.path()), texts.text("export.note"));
        };
    }

    private Mark mark(Wish wish, String purpose, long total, Viewer viewer) {
        String id = Ids.text(Ids.next());
        String when = Texts.time(Instant.now());
        String who = viewer.displayName() + " " + viewer.username();
        String what = purpose.isEmpty() ? texts.text("export.noPurpose") : purpose;
        String kind = texts.text("kind." + wish.query().kind().path());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.text("export.who"), who));
        facts.add(new Fact(texts.text("export.when"), when));
        facts.add(new Fact(texts.text("export.purpose"), what));
        facts.add(new Fact(texts.text("export.rows"), Texts.number(total)));
        if (!wish.query().q().isEmpty()) {
            facts.add(new Fact(texts.text("search.words"), wish.query().q()));
        }
        wish.query()
                .filters()
                .forEach((name, values) ->
                        facts.add(new Fact(texts.textOr("facet." + name, name), String.join("、", values))));
        facts.add(new Fact(texts.text("export.id"), id));
        facts.add(new Fact(texts.text("export.duty"), texts.text("export.dutyText")));
        return new Mark(
                id,
                texts.text("export.title", kind, Texts.number(total)),
                texts.text("export.markText", who, when, what, Texts.number(total), id),
                facts);
    }

    /** For the audit trail; long numbers and addresses that somebody typed into a box do not stay there. */
    private static String said(Wish wish, String purpose, long total, List<ExportColumn> chosen) {
        return Redacted.of("%s %d · %s · %s · %s"
                .formatted(
                        wish.format().extension(),
                        total,
                        purpose.isEmpty() ? "-" : purpose,
                        wish.list() == null
                                ? Redacted.decoded(SearchParameters.write(wish.query()))
                                : "list=" + wish.list(),
                        String.join(",", chosen.stream().map(ExportColumn::key).toList())));
    }

    /** An export that is about to be written. */
    public final class Ready implements AutoCloseable {

        private final Wish wish;
        private final Viewer viewer;
        private final Walks.Walk walk;
        private final ExportTurns.Turn turn;
        private final List<ExportColumn> chosen;
        private final Mark mark;
        private final Export.Writer writer;

        private Ready(
                Wish wish,
                Viewer viewer,
                Walks.Walk walk,
                ExportTurns.Turn turn,
                List<ExportColumn> chosen,
                Mark mark,
                Export.Writer writer) {
            this.wish = wish;
            this.viewer = viewer;
            this.walk = walk;
            this.turn = turn;
            this.chosen = chosen;
            this.mark = mark;
            this.writer = writer;
        }

        /** How many rows there will be. */
        public long total() {
            return walk.total();
        }

        /** 人才-120-0H3….xlsx */
        public String fileName() {
            return texts.text("kind." + wish.query().kind().path()) + "-" + total() + "-" + mark.id() + "."
                    + wish.format().extension();
        }

        /** Writes all of it; when that fails the audit trail says how far it came. */
        public void write(OutputStream out) throws IOException {
            long start = System.nanoTime();
            WalkedRows rows = new WalkedRows(walk, chosen);
            boolean whole = false;
            try {
                writer.write(
                        out,
                        mark,
                        chosen.stream().map(ExportColumn::title).toList(),
                        rows,
                        total(),
                        texts.text("export.gone"));
                whole = true;
            } finally {
                audit.record(
                        viewer,
                        whole ? "export.done" : "export.broken",
                        wish.query().kind().path(),
                        mark.id(),
                        String.valueOf(rows.given()));
                LOG.info(
                        "export {} {}: {} of {} rows in {} ms",
                        mark.id(),
                        whole ? "done" : "broken off",
                        rows.given(),
                        total(),
                        (System.nanoTime() - start) / 1_000_000);
            }
        }

        @Override
        public void close() {
            walk.close();
            turn.close();
        }
    }
}
