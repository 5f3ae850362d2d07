package org.talenthub.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Facts;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.importing.Arrivals;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Whose report of this month has come: of the stations whose batches the viewer may know of. */
@Component
class Stations {

    private static final int MOST = 5_000;

    private final Records records;
    private final Arrivals arrivals;
    private final Rights rights;
    private final InsightSettings settings;
    private final Texts texts;

    Stations(Records records, Arrivals arrivals, Rights rights, InsightSettings settings, Texts texts) {
        this.records = records;
        this.arrivals = arrivals;
        this.rights = rights;
        this.settings = settings;
        this.texts = texts;
    }

    /** How a station's month stands. */
    enum Came {
        IN,
        LATE,
        NONE
    }

    Figures of(Viewer viewer) {
        LocalDate today = HubTime.today();
        LocalDate month = today.withDayOfMonth(1);
        Map<Long, Instant> came =
                arrivals.since(month.atStartOfDay(HubTime.ZONE).toInstant());
        Instant due =
                month.plusDays(settings.dueDay()).atStartOfDay(HubTime.ZONE).toInstant();
        Map<Came, Integer> counts = new EnumMap<>(Came.class);
        Stream.of(Came.values()).forEach(c -> counts.put(c, 0));
        List<Figures.Figure> stations = new ArrayList<>();
        for (RecordSnapshot s : records.after("carrier", 0, MOST)) {
            if ("STATION".equals(s.subtype()) && known(s, viewer)) {
                Came how = came(came.get(s.id()), due);
                counts.merge(how, 1, Integer::sum);
                String id = Ids.text(s.id());
                stations.add(new Figures.Figure(
                        id, s.name(), how.name(), null, null, "/api/v1/stations/" + id, "/stations/" + id));
            }
        }
        List<Figures.Figure> states = counts.entrySet().stream()
                .map(e -> new Figures.Figure(
                        e.getKey().name(),
                        texts.text("board.came." + e.getKey()),
                        e.getValue(),
                        null,
                        null,
                        null,
                        null))
                .toList();
        return new Figures(
                "stations",
                today.toString(),
                List.of(new Figures.Group("came", "", states), new Figures.Group("stations", "", stations)));
    }

    private static Came came(@Nullable Instant at, Instant due) {
        return at == null ? Came.NONE : at.isBefore(due) ? Came.IN : Came.LATE;
    }

    private boolean known(RecordSnapshot station, Viewer viewer) {
        return rights.may(
                Act.READ, Thing.BATCH, Facts.reported(Organisation.ofCarrier(station.id()), station.region()), viewer);
    }
}
