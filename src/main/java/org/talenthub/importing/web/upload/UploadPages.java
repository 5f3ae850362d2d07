package org.talenthub.importing.web.upload;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.common.Problem;
import org.talenthub.importing.Uploads;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.files.Workspace;
import org.talenthub.importing.web.BatchPages;
import org.talenthub.importing.web.Crumb;
import org.talenthub.importing.web.upload.UploadView.Choice;
import org.talenthub.importing.web.upload.UploadView.Result;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/**
 * Takes files in, one or several, each of which becomes a batch of its own. Without JavaScript one request carries them all and the
 * page answers with a line for each; with it the page sends them one after the other and asks for the lines alone.
 */
@Controller
@RequestMapping("/imports")
class UploadPages {

    private final Uploads uploads;
    private final BatchPages pages;
    private final Workspace workspace;
    private final Texts texts;
    private final DataSize maxFile;

    UploadPages(
            Uploads uploads,
            BatchPages pages,
            Workspace workspace,
            Texts texts,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize maxFile) {
        this.uploads = uploads;
        this.pages = pages;
        this.workspace = workspace;
        this.texts = texts;
        this.maxFile = maxFile;
    }

    @ModelAttribute("section")
    String section() {
        return "imports";
    }

    @GetMapping("/new")
    String form(@RequestParam(defaultValue = "") String feed, Viewer viewer, Model model) {
        model.addAttribute("view", view(feed, List.of(), viewer));
        return "imports/new";
    }

    @PostMapping
    String submit(
            @RequestParam String feed,
            @RequestParam List<MultipartFile> file,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Viewer viewer,
            Model model,
            HttpServletResponse response)
            throws IOException {
        List<Result> results = new ArrayList<>();
        for (MultipartFile f : file) {
            results.addAll(submit(feed, f, viewer));
        }
        if (results.stream().allMatch(r -> r.problem() != null)) {
            response.setStatus(results.getFirst().status());
        }
        if (part != null) {
            model.addAttribute("results", results);
            return "imports/fragments :: results(results=${results})";
        }
        Result only = results.getFirst();
        if (results.size() == 1 && only.line() != null) {
            return "redirect:" + only.line().href()
                    + (only.again() ? "?again=true" : only.recognised() ? "?recognised=true" : "");
        }
        model.addAttribute("view", view(feed, results, viewer));
        return "imports/new";
    }

    /** A refusal is told in the file's line, and the other files go on. A workbook of several feeds has a line for each. */
    private List<Result> submit(String feed, MultipartFile file, Viewer viewer) throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Path copy = workspace.file();
        try {
            file.transferTo(copy);
            Uploads.Submitted s = uploads.submitAsking(feed, name, copy, viewer);
            List<Result> results = new ArrayList<>();
            results.add(new Result(name, 202, null, !s.fresh(), s.recognised(), pages.line(s.batch())));
            s.others().forEach(o -> results.add(other(o)));
            return results;
        } catch (Problem refused) {
            return List.of(new Result(name, refused.status(), refused.detail(texts.locale()), false, false, null));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Result other(Uploads.Other o) {
        Problem refused = o.refused();
        BatchView batch = o.batch();
        return refused != null || batch == null
                ? new Result(
                        o.fileName(), 422, refused == null ? "" : refused.detail(texts.locale()), false, false, null)
                : new Result(o.fileName(), 202, null, !o.fresh(), false, pages.line(batch));
    }

    private UploadView view(String feed, List<Result> results, Viewer viewer) {
        var mine = uploads.reportable(viewer);
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
                results,
                maxFile.toBytes(),
                maxFile.toMegabytes());
    }
}
