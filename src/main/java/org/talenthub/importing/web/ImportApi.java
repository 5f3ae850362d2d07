package org.talenthub.importing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.CorrectionBooks;
import org.talenthub.importing.Imports;
import org.talenthub.importing.Rereading;
import org.talenthub.importing.Uploads;
import org.talenthub.importing.batch.BatchFilter;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.BatchView.BatchPage;
import org.talenthub.importing.batch.BatchView.IssueGroup;
import org.talenthub.importing.batch.BatchView.RowPage;
import org.talenthub.importing.batch.files.Workspace;
import org.talenthub.importing.correction.FamilyView;
import org.talenthub.importing.reading.MappingView;
import org.talenthub.importing.reading.ReadingChoice;
import org.talenthub.importing.views.BatchContents;
import org.talenthub.records.rows.BatchRows;
import org.talenthub.security.Viewer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports over HTTP, as the contract says. */
@RestController
@RequestMapping("/api/v1")
class ImportApi {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final TypeReference<Map<String, String>> COLUMNS = new TypeReference<>() {};

    private final Imports imports;
    private final Uploads uploads;
    private final Rereading rereading;
    private final CorrectionBooks corrections;
    private final BatchContents contents;
    private final Workspace workspace;
    private final JsonMapper json;

    ImportApi(
            Imports imports,
            Uploads uploads,
            Rereading rereading,
            CorrectionBooks corrections,
            BatchContents contents,
            Workspace workspace,
            JsonMapper json) {
        this.imports = imports;
        this.uploads = uploads;
        this.rereading = rereading;
        this.corrections = corrections;
        this.contents = contents;
        this.workspace = workspace;
        this.json = json;
    }

    /**
     * Uploads a file: 202 for a new batch, 200 for the same file again. Sheets of the workbook that are other feeds become batches of
     * their own, each named by a Link header.
     */
    @PostMapping("/imports")
    ResponseEntity<BatchView> submit(
            @RequestParam String feed,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "preview") String mode,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(required = false) @Nullable String mapping,
            Viewer viewer)
            throws IOException {
        if (!mode.equals("preview") && !mode.equals("commit")) {
            throw Problem.badRequest("mode.unknown", Sentence.of("refused.mode.unknown"));
        }
        Path copy = workspace.file();
        try {
            file.transferTo(copy);
            String name = file.getOriginalFilename();
            Uploads.Submitted s = uploads.submit(
                    feed, name == null ? "未命名" : name, copy, mode.equals("commit"), choice(sheet, mapping), viewer);
            ResponseEntity.BodyBuilder answer = ResponseEntity.status(s.fresh() ? 202 : 200)
                    .location(URI.create("/api/v1/imports/" + s.batch().id()));
            // the workbook's sheets that are other feeds
            s.others().stream()
                    .flatMap(o -> Stream.ofNullable(o.batch()))
                    .forEach(b -> answer.header(HttpHeaders.LINK, "</api/v1/imports/" + b.id() + ">; rel=\"related\""));
            return answer.body(s.batch());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private ReadingChoice choice(@Nullable String sheet, @Nullable String mapping) {
        try {
            return new ReadingChoice(sheet, mapping == null ? Map.of() : json.readValue(mapping, COLUMNS));
        } catch (JacksonException e) {
            throw Problem.badRequest("mapping.unreadable", Sentence.of("refused.mapping.unreadable"));
        }
    }

    /** The newest first; narrowed by status, feed, carrier (id or part of the name), month (2026-11) and part of fileName. */
    @GetMapping("/imports")
    BatchPage list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam Map<String, String> parameters,
            Viewer viewer) {
        return imports.list(viewer, BatchFilter.of(parameters), page, size);
    }

    @GetMapping("/imports/{id}")
    BatchView get(@PathVariable String id, Viewer viewer) {
        return imports.get(parse(id), viewer);
    }

    @GetMapping("/imports/{id}/rows")
    RowPage rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String value,
            @RequestParam(defaultValue = "0") int page,
            Viewer viewer) {
        BatchRows.Only only = code == null ? null : new BatchRows.Only(column, code, value);
        return contents.rows(parse(id), filter(status), only, page, viewer);
    }

    /** Like problems counted over all rows; each says where its rows are. */
    @GetMapping("/imports/{id}/issues")
    List<IssueGroup> issues(@PathVariable String id, Viewer viewer) {
        return contents.issues(parse(id), viewer);
    }

    /** How the titles of the sheet were understood, and the question that is open, if any. */
    @GetMapping("/imports/{id}/mapping")
    MappingView mapping(@PathVariable String id, Viewer viewer) {
        return contents.mapping(parse(id), viewer);
    }

    /** Reads a preview's file anew: another sheet, or columns that mean something else; remembered for the next upload. */
    @PutMapping("/imports/{id}/mapping")
    ResponseEntity<BatchView> reread(@PathVariable String id, @RequestBody ReadingChoice choice, Viewer viewer) {
        return ResponseEntity.accepted().body(rereading.reread(parse(id), choice, viewer));
    }

    /** The uploads that correct one another, with what is still open; no members when this one stands alone. */
    @GetMapping("/imports/{id}/family")
    FamilyView family(@PathVariable String id, Viewer viewer) {
        FamilyView family = contents.family(parse(id), viewer);
        return family == null ? new FamilyView(List.of(), 0, 0, 0) : family;
    }

    private static BatchRows.Filter filter(@Nullable String status) {
        try {
            return status == null ? BatchRows.Filter.ALL : BatchRows.Filter.valueOf(status.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("status.unknown", Sentence.of("refused.status.unknown.filter"));
        }
    }

    /** The uploader's own workbook with only the rows that need work. */
    @GetMapping("/imports/{id}/correction")
    void correction(@PathVariable String id, Viewer viewer, Locale locale, HttpServletResponse response)
            throws IOException {
        BatchView batch = imports.get(parse(id), viewer);
        String stem = batch.fileName().replaceFirst("\\.[^.]*$", "");
        download(response, Sentence.of("correction.file", stem).in(locale));
        corrections.write(parse(id), viewer, locale, response.getOutputStream());
    }

    @PostMapping("/imports/{id}/commit")
    ResponseEntity<BatchView> commit(@PathVariable String id, Viewer viewer) {
        return ResponseEntity.accepted().body(imports.commit(parse(id), viewer));
    }

    /** @param reason why it is taken back; may be left out */
    record Revert(@Nullable String reason) {}

    @PostMapping("/imports/{id}/revert")
    ResponseEntity<BatchView> revert(
            @PathVariable String id, @RequestBody(required = false) @Nullable Revert why, Viewer viewer) {
        return ResponseEntity.accepted().body(imports.revert(parse(id), why == null ? null : why.reason(), viewer));
    }

    /**
     * Drops a preview (204). A batch that is being read or committed is stopped and taken back in the background (202): one being
     * read is then gone, what a commit had written is withdrawn. 409 once it is committed; that is undone by a revert.
     */
    @DeleteMapping("/imports/{id}")
    ResponseEntity<Void> drop(@PathVariable String id, Viewer viewer) {
        return imports.drop(parse(id), viewer)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.accepted()
                        .location(URI.create("/api/v1/imports/" + id))
                        .build();
    }

    private static long parse(String id) {
        return Ids.parse(id).orElseThrow(Problem::notFound);
    }

    static void download(HttpServletResponse response, String name) {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
