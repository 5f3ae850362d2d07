package org.talenthub.portal.home;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.portal.Seen;
import org.talenthub.portal.Words;
import org.talenthub.portal.home.HomeView.DemandRow;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.SearchResult;
import org.talenthub.security.Viewer;

/** A few of the newest demands: of the viewer's own region first, then of as many others as there are. */
@Component
class NewDemands {

    private static final int SHOWN = 8;

    private final Records records;
    private final Regions regions;
    private final Words words;

    NewDemands(Records records, Regions regions, Words words) {
        this.records = records;
        this.regions = regions;
        this.words = words;
    }

    /** @param found the newest first */
    List<DemandRow> of(@Nullable SearchResult found, Viewer viewer) {
        return found == null
                ? List.of()
                : Spread.over(
                                found.items().stream()
                                        .map(h -> new Seen(h.record()))
                                        .toList(),
                                s -> s.text("region").map(regions::prefecture).orElse(""),
                                home(viewer),
                                SHOWN)
                        .stream()
                        .map(this::row)
                        .toList();
    }

    private @Nullable String home(Viewer viewer) {
        Long carrier = viewer.carrier();
        return viewer.region() != null || carrier == null
                ? viewer.region()
                : Optional.ofNullable(records.snapshots(List.of(carrier)).get(carrier))
                        .map(RecordSnapshot::region)
                        .map(regions::prefecture)
                        .orElse(null);
    }

    private DemandRow row(Seen s) {
        return new DemandRow(
                s.href(),
                s.text("post").orElse(s.record().name()),
                s.ref("enterprise").map(Seen.Ref::name).orElse(""),
                s.ref("region")
                        .map(r -> words.region(s.text("region").orElse(""), r.name()))
                        .orElse(""),
                s.text("headcount").orElse(""),
                words.salary(s).orElse(""),
                s.text("validUntil").orElse(""));
    }
}
