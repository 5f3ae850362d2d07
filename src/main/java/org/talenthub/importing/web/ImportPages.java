package org.talenthub.importing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.importing.BatchView;
import org.talenthub.importing.BatchView.BatchPage;
import org.talenthub.importing.BatchView.RowPage;
import org.talenthub.importing.BatchView.RowView;
import org.talenthub.importing.Imports;
import org.talenthub.importing.web.UploadView.Choice;
import org.talenthub.records.BatchRows.Filter;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;

/** The 上报 section: upload, check, commit; every change is a POST followed by a redirect. */
@Controller
@RequestMapping("/imports")
class ImportPages {

    private static final int SIZE = 20;

    private final Imports imports;
    private final BatchPages pages;
    private final Texts texts;
    private final DataSize maxFile;

    ImportPages(
            Imports imports,
            BatchPages pages,
            Texts texts,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize maxFile) {
        this.imports = imports;
        this.pages = pages;
        this.texts = texts;
        this.maxFile = maxFile;
    }

    @ModelAttribute("section")
    String section() {
        return "imports";
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Viewer viewer, Model model) {
        BatchPage found = imports.list(viewer, page, SIZE);
        model.addAttribute(
                "view",
                new BatchListView(
                        uploads(viewer),
                        found.items().stream().map(pages::item).toList(),
                        Pager.of(
                                found.total(), found.page(), found.size(), Long.MAX_VALUE, p -> "/imports?page=" + p)));
        return "imports/list";
    }

    @GetMapping("/new")
    String upload(@RequestParam(defaultValue = "") String feed, Viewer viewer, Model model) {
        model.addAttribute("view", form(feed, null, null, viewer));
        return "imports/new";
    }

    @PostMapping
    String submit(
            @RequestParam String feed,
            @RequestParam MultipartFile file,
            Viewer viewer,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Path copy = Files.createTempFile("upload-", ".tmp");
        try {
            file.transferTo(copy);
            Imports.Submitted s = imports.submit(feed, name, copy, false, viewer);
            return "redirect:" + BatchPages.address(s.batch()) + (s.fresh() ? "" : "?again=true");
        } catch (Problem refused) {
            response.setStatus(refused.status());
            model.addAttribute("view", form(feed, name, refused.detail(), viewer));
            return "imports/new";
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @GetMapping("/{id}")
    String batch(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable String again,
            Viewer viewer,
            Model model) {
        BatchView batch = imports.get(parse(id), viewer);
        boolean counted = batch.counts().read() > 0 && !batch.working() && batch.problem() == null;
        Filter filter = filter(show, batch);
        RowPage rows = counted ? imports.rows(parse(id), filter, page, viewer) : null;
        Map<Integer, Fields> values = rows == null
                ? Map.of()
                : imports.values(
                        parse(id), rows.items().stream().map(RowView::row).toList(), viewer);
        model.addAttribute(
                "view",
                pages.of(
                        batch,
                        counted ? imports.issues(parse(id), viewer) : List.of(),
                        rows,
                        values,
                        filter,
                        uploads(viewer),
                        viewer));
        model.addAttribute("again", again != null);
        return "imports/batch";
    }

    /** The progress panel, asked for again and again while it runs; at the end the browser loads the page anew. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable String id, Viewer viewer, Model model, HttpServletResponse response) {
        BatchView batch = imports.get(parse(id), viewer);
        if (!batch.working()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("batch", pages.progress(batch));
        return "imports/fragments :: progress(batch=${batch})";
    }

    @GetMapping("/{id}/correction")
    void correction(@PathVariable String id, Viewer viewer, HttpServletResponse response) throws IOException {
        BatchView batch = imports.get(parse(id), viewer);
        response.setContentType(ImportApi.XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(batch.fileName().replaceFirst("\\.[^.]*$", "") + "-更正.xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        imports.correction(parse(id), viewer, response.getOutputStream());
    }

    @PostMapping("/{id}/commit")
    String commit(@PathVariable String id, Viewer viewer) {
        return "redirect:" + BatchPages.address(imports.commit(parse(id), viewer));
    }

    @GetMapping("/{id}/revert")
    String confirm(@PathVariable String id, Viewer viewer, Model model) {
        BatchView b = imports.get(parse(id), viewer);
        model.addAttribute(
                "view",
                new RevertView(
                        b.id(),
                        List.of(
                                new Crumb(texts.text("imports.title"), "/imports"),
                                new Crumb(b.fileName(), BatchPages.address(b))),
                        b.fileName(),
                        BatchPages.address(b),
                        Texts.number(b.counts().created()),
                        Texts.number(b.counts().updated()),
                        Texts.number(b.counts().effective())));
        return "imports/revert";
    }

    @PostMapping("/{id}/revert")
    String revert(@PathVariable String id, Viewer viewer) {
        return "redirect:" + BatchPages.address(imports.revert(parse(id), viewer));
    }

    @PostMapping("/{id}/drop")
    String drop(@PathVariable String id, Viewer viewer) {
        imports.drop(parse(id), viewer);
        return "redirect:/imports";
    }

    /** What an undo will do, in numbers. */
    record RevertView(
            String id,
            List<Crumb> crumbs,
            String fileName,
            String href,
            String created,
            String updated,
            String total) {}

    private UploadView form(String feed, @Nullable String fileName, @Nullable String problem, Viewer viewer) {
        var mine = imports.reportable(viewer);
        return new UploadView(
                List.of(new Crumb(texts.text("imports.title"), "/imports")),
                mine.stream()
                        .map(f -> new Choice(
                                f.name(),
                                texts.textOr("feed." + f.name(), f.title()),
                                "/api/v1/feeds/" + f.name() + "/template.xlsx",
                                feed.isEmpty()
                                        ? f.equals(mine.getFirst())
                                        : f.name().equals(feed)))
                        .toList(),
                fileName,
                problem,
                maxFile.toBytes(),
                maxFile.toMegabytes());
    }

    private boolean uploads(Viewer viewer) {
        return !imports.reportable(viewer).isEmpty();
    }

    private static Filter filter(@Nullable String show, BatchView batch) {
        if (show == null) {
            return batch.counts().rejected() > 0 ? Filter.REJECTED : Filter.ALL;
        }
        try {
            return Filter.valueOf(show.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }

    private static long parse(String id) {
        return Ids.parse(id).orElseThrow(Problem::notFound);
    }
}
