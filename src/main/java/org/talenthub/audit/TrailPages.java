package org.talenthub.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.talenthub.common.Paging;
import org.talenthub.security.AuditEntry;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Parameters;
import org.talenthub.web.Texts;

/** The trail's page, and of one person who looked. */
@Controller
class TrailPages {

    private static final int SIZE = 50;
    private static final int DEEPEST = 10_000;

    private final Trail trail;
    private final Texts texts;

    TrailPages(Trail trail, Texts texts) {
        this.trail = trail;
        this.texts = texts;
    }

    @GetMapping("/admin/audit")
    String audit(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        Parameters given = Parameters.only(parameters, TrailFilters.NAMES);
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : TrailFilters.NAMES) {
            String value = given.text(name);
            if (value != null && !name.equals("page") && !name.equals("size")) {
                asked.put(name, value);
            }
        }
        Paging paging = new Paging(given.paging().page(), SIZE);
        Trail.Page found = trail.find(TrailFilters.read(given), paging, viewer);
        model.addAttribute("view", view(found, paging, "/admin/audit", asked, viewer));
        model.addAttribute("file", file(asked));
        model.addAttribute("overdone", trail.overdone(Instant.now().minus(TrailSection.DAY), viewer));
        model.addAttribute("section", "audit");
        return "audit/trail";
    }

    @GetMapping("/admin/audit.csv")
    void file(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, HttpServletResponse response)
            throws IOException {
        TrailFile.answer(trail, parameters, viewer, response);
    }

    @GetMapping("/talents/{id}/access-log")
    String accessLog(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Viewer viewer,
            Model model) {
        Parameters given = Parameters.only(parameters, "page", "size");
        Paging paging = new Paging(given.paging().page(), SIZE);
        Trail.Page found = trail.of(id, paging, viewer);
        model.addAttribute("view", view(found, paging, "/talents/" + id + "/access-log", Map.of(), viewer));
        model.addAttribute("person", "/talents/" + id);
        model.addAttribute("section", "talents");
        return "audit/access-log";
    }

    private static String file(Map<String, String> asked) {
        return address("/admin/audit.csv", asked, 0);
    }

    private TrailView view(Trail.Page found, Paging paging, String path, Map<String, String> asked, Viewer viewer) {
        boolean opens = !viewer.role().keepsTheHub();
        @Nullable String act = asked.get("act");
        return new TrailView(
                Texts.number(found.total()),
                found.items().stream().map(e -> TrailView.line(e, opens, texts)).toList(),
                Pager.of(found.total(), paging.page(), SIZE, DEEPEST, p -> address(path, asked, p)),
                asked,
                acts(act));
    }

    private List<TrailView.Choice> acts(@Nullable String chosen) {
        return Stream.of(AuditEntry.Act.values())
                .map(a -> new TrailView.Choice(
                        a.name(), texts.text("audit.act." + a.name()), a.name().equalsIgnoreCase(chosen)))
                .toList();
    }

    private static String address(String path, Map<String, String> asked, int page) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath(path);
        asked.forEach((n, v) -> to.queryParam(n, "{" + n + "}"));
        if (page > 0) {
            to.queryParam("page", page);
        }
        return to.encode().buildAndExpand(asked).toUriString();
    }
}
