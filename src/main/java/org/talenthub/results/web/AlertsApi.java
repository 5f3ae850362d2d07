package org.talenthub.results.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.results.saved.Alerts;
import org.talenthub.results.saved.Digests;
import org.talenthub.security.Viewer;
import org.talenthub.web.HubAddress;

/** What is new in the saved searches since it was last seen. */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertsApi {

    private final Alerts alerts;
    private final Digests digests;
    private final HubAddress hub;

    AlertsApi(Alerts alerts, Digests digests, HubAddress hub) {
        this.alerts = alerts;
        this.digests = digests;
        this.hub = hub;
    }

    record Found(String id, String type, String name, Instant foundAt) {}

    /** @param items the newest five */
    record Alert(String search, String name, String type, String query, int total, List<Found> items) {}

    /** @param total new records, each counted once */
    record Unseen(int total, List<Alert> items) {}

    /**
     * Records that newly match a saved search: reported since it was saved, or changed so that they match now. One that matched
     * before and merely changed is no news.
     */
    @GetMapping
    Unseen unseen(Viewer viewer) {
        return new Unseen(
                alerts.count(viewer),
                alerts.unseen(viewer).stream()
                        .map(a -> new Alert(
                                Ids.text(a.search().id()),
                                a.search().name(),
                                a.search().kind().path(),
                                a.search().query(),
                                a.total(),
                                a.items().stream()
                                        .map(i -> new Found(
                                                i.record().id(),
                                                a.search().kind().path(),
                                                i.record().name(),
                                                i.foundAt()))
                                        .toList()))
                        .toList());
    }

    /** @param search id of one saved search; all without it */
    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@RequestParam(required = false) @Nullable String search, Viewer viewer) {
        alerts.seen(search, viewer);
    }

    /**
     * The news of a day, ready to be mailed to the account: no contact and no document numbers, names only as the account sees them.
     *
     * @param day 2026-11-23, in Hubei; today without it
     */
    @GetMapping(path = "/digest", produces = MediaType.TEXT_HTML_VALUE)
    String html(@RequestParam(required = false) @Nullable String day, Viewer viewer) {
        return digests.html(digests.of(day, hub.get(), viewer));
    }

    @GetMapping(path = "/digest", produces = MediaType.TEXT_PLAIN_VALUE)
    String text(@RequestParam(required = false) @Nullable String day, Viewer viewer) {
        return digests.text(digests.of(day, hub.get(), viewer));
    }
}
