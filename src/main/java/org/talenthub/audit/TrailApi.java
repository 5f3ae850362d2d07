package org.talenthub.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Paging;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;

/** The trail, and of one person who looked. */
@RestController
class TrailApi {

    private final Trail trail;

    TrailApi(Trail trail) {
        this.trail = trail;
    }

    record Page(long total, int page, int size, List<TrailItem> items) {

        static Page of(Trail.Page found, Paging paging) {
            return new Page(
                    found.total(),
                    paging.page(),
                    paging.size(),
                    found.items().stream().map(TrailItem::of).toList());
        }
    }

    /** By {@code who act record result from to page size}; a city's own region. */
    @GetMapping("/api/v1/admin/audit")
    Page audit(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        Parameters given = Parameters.only(parameters, TrailFilters.NAMES);
        Paging paging = given.paging();
        return Page.of(trail.find(TrailFilters.read(given), paging, viewer), paging);
    }

    /** All of the same, as csv; {@code page} and {@code size} do not matter. */
    @GetMapping("/api/v1/admin/audit.csv")
    void file(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, HttpServletResponse response)
            throws IOException {
        TrailFile.answer(trail, parameters, viewer, response);
    }

    @GetMapping("/api/v1/talents/{id}/access-log")
    Page accessLog(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        Paging paging = Parameters.only(parameters, "page", "size").paging();
        return Page.of(trail.of(id, paging, viewer), paging);
    }
}
