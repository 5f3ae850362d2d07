package org.talenthub.importing.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.importing.CorrectionBooks;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.BatchView.Counts;
import org.talenthub.importing.batch.BatchView.ProblemView;
import org.talenthub.importing.batch.Batches;
import org.talenthub.importing.batch.Impediment;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.importing.batch.ImportBatch.Status;
import org.talenthub.importing.batch.files.ImportFiles;
import org.talenthub.importing.batch.files.Workspace;
import org.talenthub.importing.folder.IntakeFolder.Place;
import org.talenthub.importing.folder.IntakeFolder.Stamp;
import org.talenthub.importing.views.BatchViews;
import org.talenthub.records.rows.RowIssues;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Tells the sender what became of a file: reports and correction workbook beside it, then the file moves. May be repeated. */
@Component
class IntakeReports {

    private static final Logger log = LoggerFactory.getLogger(IntakeReports.class);
    private static final int ROWS_TOLD = 500;
    private static final String NEWLINE = "\r\n";

    private final BatchViews views;
    private final RowIssues rows;
    private final Workspace workspace;
    private final Batches batches;
    private final JsonMapper json;
    private final CorrectionBooks corrections;

    IntakeReports(
            BatchViews views,
            RowIssues rows,
            Workspace workspace,
            Batches batches,
            JsonMapper json,
            CorrectionBooks corrections) {
        this.corrections = corrections;
        this.views = views;
        this.rows = rows;
        this.workspace = workspace;
        this.batches = batches;
        this.json = json;
    }

    /** What the report file says, for programs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            String fileName,
            String sha256,
            Status status,
            @Nullable String batch,
            @Nullable String feed,
            @Nullable Counts counts,
            @Nullable ProblemView problem,
            @Nullable Map<Integer, List<Told>> rows) {}

    /** What is wrong with a cell. */
    record Told(
            String column,
            String code,
            Issue.Level level,
            String message,
            @Nullable String value) {}

    /** A file that never became a batch. */
    void refuse(IntakeFolder folder, Place place, Path copy, Problem problem) throws IOException {
        String sha256 = ImportFiles.sha256(copy);
        String name = free(folder, place, IntakeFolder.REFUSED, sha256.substring(0, 8));
        ProblemView told = Impediment.of(problem, List.of()).in(Locale.SIMPLIFIED_CHINESE);
        Report report = new Report(place.name(), sha256, Status.REJECTED, null, null, null, told, null);
        write(folder, place, IntakeFolder.REFUSED, name, report);
        folder.move(place, IntakeFolder.REFUSED, name);
    }

    /** Does nothing while the batch is worked on or waits for a person. */
    void conclude(IntakeFolder folder, ImportBatch batch) throws IOException {
        if (batch.status().working() || batch.status() == Status.PREVIEWED) {
            return;
        }
        boolean refused = batch.status() == Status.REJECTED;
        Place place = Place.of(String.valueOf(batch.intakePath));
        Stamp stamp = folder.stamp(place);
        if (stamp != null) {
            conclude(folder, batch, place, stamp, refused ? IntakeFolder.REFUSED : IntakeFolder.DONE);
        }
        batches.told(batch.id);
    }

    private void conclude(IntakeFolder folder, ImportBatch batch, Place place, Stamp stamp, String directory)
            throws IOException {
        Viewer sender = IntakeSenders.of(batch);
        BatchView view = views.of(batch, sender);
        SortedMap<Integer, List<Issue>> issues = rows.of(batch.id);
        String name = free(folder, place, directory, view.id());
        if (view.counts().rejected() + view.counts().warnings() > 0) {
            correction(folder, batch, sender, place, directory, name);
        }
        Report report = new Report(
                place.name(),
                batch.sha256,
                view.status(),
                view.id(),
                view.feed(),
                view.counts(),
                view.problem(),
                told(issues));
        write(folder, place, directory, name, report);
        if (stamp.size() == batch.fileSize && same(folder, place, stamp, batch)) {
            folder.move(place, directory, name);
        } else {
            log.info("batch {}: another file stands in its place and is looked at next", view.id());
        }
    }

    private static Map<Integer, List<Told>> told(SortedMap<Integer, List<Issue>> issues) {
        Map<Integer, List<Told>> told = new TreeMap<>();
        issues.forEach((row, wrong) -> told.put(
                row,
                wrong.stream()
                        .map(i -> new Told(i.column(), i.code(), i.level(), i.message(), i.value()))
                        .toList()));
        return told;
    }

    private boolean same(IntakeFolder folder, Place place, Stamp stamp, ImportBatch batch) throws IOException {
        Path copy = workspace.file();
        try {
            return folder.copy(new IntakeFolder.Found(place, stamp), copy, batch.fileSize)
                    && ImportFiles.sha256(copy).equals(batch.sha256);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void correction(
            IntakeFolder folder, ImportBatch batch, Viewer sender, Place place, String directory, String name)
            throws IOException {
        Path book = workspace.file();
        try {
            try (OutputStream out = Files.newOutputStream(book)) {
                corrections.write(batch.id, sender, Locale.SIMPLIFIED_CHINESE, out);
            }
            folder.write(place, directory, name + ".correction.xlsx", book);
        } finally {
            Files.deleteIfExists(book);
        }
    }

    private void write(IntakeFolder folder, Place place, String directory, String name, Report report)
            throws IOException {
        Path text = workspace.file();
        try {
            Files.writeString(text, json.writerWithDefaultPrettyPrinter().writeValueAsString(report));
            folder.write(place, directory, name + ".report.json", text);
            Files.writeString(text, words(report), StandardCharsets.UTF_8);
            folder.write(place, directory, name + ".report.txt", text);
        } finally {
            Files.deleteIfExists(text);
        }
    }

    /** For people, as Windows' editor shows it. */
    private static String words(Report r) {
        StringJoiner lines = new StringJoiner(NEWLINE, "", NEWLINE);
        lines.add("文件：" + r.fileName());
        ProblemView problem = r.problem();
        if (problem != null) {
            lines.add("结果：没有被接收").add("原因：" + problem.detail());
            return lines.toString();
        }
        lines.add("结果：" + (r.status() == Status.REVERTED ? "已撤销" : "已提交") + "，批次 " + r.batch());
        Counts c = r.counts();
        if (c != null) {
            lines.add("读取 %s 行：新增 %s，更新 %s，未变 %s，需修改 %s"
                    .formatted(
                            Texts.number(c.read()),
                            Texts.number(c.created()),
                            Texts.number(c.updated()),
                            Texts.number(c.unchanged()),
                            Texts.number(c.rejected())));
            if (c.rejected() > 0) {
                lines.add("需修改的行没有入库。改好更正表（.correction.xlsx）后放回原目录即可。");
            }
        }
        Map<Integer, List<Told>> issues = r.rows() == null ? Map.of() : r.rows();
        issues.entrySet().stream()
                .limit(ROWS_TOLD)
                .forEach(e -> e.getValue()
                        .forEach(i -> lines.add("第 " + e.getKey() + " 行 " + i.column() + "：" + i.message())));
        if (issues.size() > ROWS_TOLD) {
            lines.add("其余 " + Texts.number(issues.size() - ROWS_TOLD) + " 行见更正表。");
        }
        return lines.toString();
    }

    /** The file's own name, or with the tag before its ending when that is taken. */
    private static String free(IntakeFolder folder, Place place, String directory, String tag) throws IOException {
        if (!folder.taken(place, directory, place.name())) {
            return place.name();
        }
        int dot = place.name().lastIndexOf('.');
        return dot <= 0
                ? place.name() + "-" + tag
                : place.name().substring(0, dot) + "-" + tag + place.name().substring(dot);
    }
}
