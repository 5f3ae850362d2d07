package org.talenthub.importing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.CorrectionBooks;
import org.talenthub.importing.Imports;
import org.talenthub.importing.Uploads;
import org.talenthub.importing.batch.BatchFilter;
import org.talenthub.importing.batch.BatchValues;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.BatchView.BatchPage;
import org.talenthub.importing.batch.BatchView.RowPage;
import org.talenthub.importing.batch.BatchView.RowView;
import org.talenthub.importing.batch.Previews;
import org.talenthub.importing.views.BatchContents;
import org.talenthub.records.rows.BatchRows.Filter;
import org.talenthub.records.rows.BatchRows.Only;
import org.talenthub.security.Viewer;

/** The 上报 section: list, check, commit, cancel, undo; every change is a POST followed by a redirect. */
@Controller
@RequestMapping("/imports")
class ImportPages {

    private static final int SIZE = 20;

    private final Imports imports;
    private final Uploads uploads;
    private final BatchContents contents;
    private final BatchPages pages;
    private final BatchLists lists;
    private final CorrectionBooks corrections;
    private final BatchValues values;

    ImportPages(
            Imports imports,
            Uploads uploads,
            BatchContents contents,
            BatchPages pages,
            BatchLists lists,
            CorrectionBooks corrections,
            BatchValues values) {
        this.values = values;
        this.corrections = corrections;
        this.lists = lists;
        this.imports = imports;
        this.uploads = uploads;
        this.contents = contents;
        this.pages = pages;
    }

    @ModelAttribute("section")
    String section() {
        return "imports";
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam Map<String, String> parameters,
            Viewer viewer,
            Model model) {
        BatchFilter filter = BatchFilter.of(parameters);
        BatchPage found = imports.list(viewer, filter, page, SIZE);
        model.addAttribute("view", lists.of(found, filter, viewer));
        return "imports/list";
    }

    @GetMapping("/{id}")
    String batch(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String value,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String recognised,
            Viewer viewer,
            Model model) {
        BatchView batch = imports.get(parse(id), viewer);
        boolean counted = batch.counts().read() > 0 && !batch.working() && batch.problem() == null;
        Filter filter = filter(show, batch);
        Only only = code == null ? null : new Only(column, code, value);
        RowPage rows = counted ? contents.rows(parse(id), filter, only, page, viewer) : null;
        Map<Integer, Fields> values = rows == null
                ? Map.of()
                : this.values.of(
                        parse(id), rows.items().stream().map(RowView::row).toList(), viewer);
        model.addAttribute(
                "view",
                pages.of(
                        batch,
                        new BatchPages.Findings(
                                counted ? contents.issues(parse(id), viewer) : List.of(),
                                batch.previewed() ? contents.mapping(parse(id), viewer) : null,
                                contents.family(parse(id), viewer),
                                contents.titles(parse(id), viewer),
                                only,
                                values,
                                batch.committed() ? contents.records(parse(id), viewer) : 0,
                                uploads.reportable(viewer)),
                        rows,
                        filter,
                        uploads(viewer)));
        model.addAttribute("again", again != null);
        model.addAttribute("recognised", recognised != null);
        return "imports/batch";
    }

    /** The progress panel, asked for again and again while it runs; at the end the browser loads the page anew. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable String id, Viewer viewer, Model model, HttpServletResponse response) {
        BatchView batch;
        try {
            batch = imports.get(parse(id), viewer);
        } catch (Problem gone) { // cancelled meanwhile
            response.setHeader("HX-Redirect", "/imports");
            throw gone;
        }
        if (!batch.working()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("batch", pages.progress(batch));
        return "imports/fragments :: going(batch=${batch})";
    }

    /** The batch in one line, for the list of files just sent. */
    @GetMapping("/{id}/line")
    String line(@PathVariable String id, Viewer viewer, Model model) {
        model.addAttribute("line", pages.line(imports.get(parse(id), viewer)));
        return "imports/fragments :: line(line=${line})";
    }

    @GetMapping("/{id}/correction")
    void correction(@PathVariable String id, Viewer viewer, Locale locale, HttpServletResponse response)
            throws IOException {
        BatchView batch = imports.get(parse(id), viewer);
        response.setContentType(ImportApi.XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                Sentence.of("correction.file", batch.fileName().replaceFirst("\\.[^.]*$", ""))
                                        .in(locale),
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        corrections.write(parse(id), viewer, locale, response.getOutputStream());
    }

    @PostMapping("/{id}/commit")
    String commit(@PathVariable String id, Viewer viewer) {
        try {
            return "redirect:" + BatchPages.address(imports.commit(parse(id), viewer));
        } catch (Problem refused) {
            if (!refused.code().equals(Previews.OVERTAKEN)) {
                throw refused;
            }
            // the page says which rows, above the new preview
            return "redirect:/imports/" + Ids.text(parse(id));
        }
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable String id, Viewer viewer) {
        imports.drop(parse(id), viewer);
        return "redirect:/imports";
    }

    @PostMapping("/{id}/drop")
    String drop(@PathVariable String id, Viewer viewer) {
        imports.drop(parse(id), viewer);
        return "redirect:/imports";
    }

    private boolean uploads(Viewer viewer) {
        return !uploads.reportable(viewer).isEmpty();
    }

    private static Filter filter(@Nullable String show, BatchView batch) {
        if (show == null) {
            return batch.openOwn() > 0 ? Filter.OPEN : Filter.ALL;
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
