package org.talenthub.insight;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.reporting.ReportingBook;
import org.talenthub.reporting.ReportingState;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Whose report of this month has come, as the calendar of reports has it: of the carriers whose batches the viewer may know of. */
@Component
class Stations {

    private final ReportingBook book;
    private final Rights rights;
    private final Texts texts;

    Stations(ReportingBook book, Rights rights, Texts texts) {
        this.book = book;
        this.rights = rights;
        this.texts = texts;
    }

    Figures of(Viewer viewer) {
        String today = HubTime.today().toString();
        if (!rights.may(Act.READ, Thing.BATCH, viewer)) {
            return new Figures("stations", today, List.of());
        }
        YearMonth month = YearMonth.from(HubTime.today());
        Map<ReportingState, Long> counts = new EnumMap<>(ReportingState.class);
        List<Figures.Figure> carriers = new ArrayList<>();
        for (ReportingBook.Entry e : book.of(month, viewer)) {
            counts.merge(e.state(), 1L, Long::sum);
            String page = ("BASE".equals(e.subtype()) ? "/bases/" : "/stations/") + Ids.text(e.carrier());
            carriers.add(new Figures.Figure(
                    Ids.text(e.carrier()), e.name(), e.state().name(), null, null, "/api/v1" + page, page));
        }
        List<Figures.Figure> states = new ArrayList<>();
        for (ReportingState state : ReportingState.values()) {
            String rows = "?month=" + month + "&state=" + state.name().toLowerCase(Locale.ROOT);
            states.add(new Figures.Figure(
                    state.name(),
                    texts.text("reporting.state." + state),
                    counts.getOrDefault(state, 0L),
                    null,
                    null,
                    "/api/v1/reporting-months" + rows,
                    // a carrier's calendar shows its own months, whatever their states
                    viewer.carrier() == null ? "/reporting" + rows : null));
        }
        return new Figures(
                "stations",
                today,
                List.of(new Figures.Group("came", "", states), new Figures.Group("stations", "", carriers)));
    }
}
