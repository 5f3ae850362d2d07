package org.talenthub.reporting.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.reference.standards.Regions;
import org.talenthub.reporting.ReportingBook;
import org.talenthub.reporting.ReportingBook.Asked;
import org.talenthub.reporting.ReportingState;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;

/** The calendar of reports: for a department one month's carriers, for a carrier its own months. */
@Controller
class ReportingPages {

    private static final int SIZE = 50;

    private final ReportingBook book;
    private final Regions regions;
    private final Texts texts;

    ReportingPages(ReportingBook book, Regions regions, Texts texts) {
        this.book = book;
        this.regions = regions;
        this.texts = texts;
    }

    /** A filter with its number; {@code current} when it is the one chosen. */
    record Choice(String text, String href, @Nullable String count, boolean current) {}

    record Line(
            String href,
            String name,
            String place,
            String month,
            String due,
            ReportingState state,
            String came,
            String rows) {}

    /**
     * @param own whether these are the viewer's own months
     * @param due until when the month's report is due, null when all months are shown
     */
    record View(
            boolean own,
            String month,
            @Nullable String due,
            List<Choice> months,
            List<Choice> states,
            List<Line> lines,
            Pager pager) {}

    @GetMapping("/reporting")
    String calendar(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int page,
            Viewer viewer,
            Model model) {
        boolean own = viewer.carrier() != null;
        String which = month == null || month.isBlank()
                ? YearMonth.from(HubTime.today()).toString()
                : month;
        Asked asked = ReportingBook.asked(
                own ? null : which, state == null || own ? List.of() : List.of(state), viewer.carrier());
        ReportingBook.Page found = book.page(asked, page, SIZE, viewer);
        model.addAttribute(
                "view",
                new View(
                        own,
                        which,
                        asked.month() == null ? null : book.due(asked.month()).toString(),
                        own ? List.of() : months(which),
                        own || asked.month() == null ? List.of() : states(asked.month(), state, viewer),
                        found.items().stream().map(this::line).toList(),
                        Pager.of(found.total(), page, SIZE, 10_000, p -> address(which, state, p))));
        model.addAttribute("section", "imports");
        return "reporting";
    }

    private List<Choice> months(String chosen) {
        return book.months().stream()
                .limit(12)
                .map(m -> new Choice(m, address(m, null, 0), null, m.equals(chosen)))
                .toList();
    }

    private List<Choice> states(YearMonth month, @Nullable String chosen, Viewer viewer) {
        Map<ReportingState, Long> counts = book.counts(month, viewer);
        List<Choice> choices = new ArrayList<>();
        choices.add(
                choice(month, null, counts.values().stream().mapToLong(n -> n).sum(), chosen));
        long missing = counts.entrySet().stream()
                .filter(e -> e.getKey().missing())
                .mapToLong(Map.Entry::getValue)
                .sum();
        choices.add(choice(month, "missing", missing, chosen));
        for (ReportingState s : List.of(ReportingState.IN, ReportingState.LATE)) {
            choices.add(choice(month, s.name().toLowerCase(Locale.ROOT), counts.getOrDefault(s, 0L), chosen));
        }
        return choices;
    }

    private Choice choice(YearMonth month, @Nullable String state, long count, @Nullable String chosen) {
        return new Choice(
                texts.text("reporting.filter." + (state == null ? "all" : state)),
                address(month.toString(), state, 0),
                Texts.number(count),
                Objects.equals(state, chosen == null || chosen.isBlank() ? null : chosen));
    }

    private Line line(ReportingBook.Entry e) {
        String region = e.region();
        return new Line(
                ("BASE".equals(e.subtype()) ? "/bases/" : "/stations/") + Ids.text(e.carrier()),
                e.name(),
                region == null ? "" : texts.english() ? regions.english(region) : regions.fullName(region),
                e.month(),
                e.dueOn().toString(),
                e.state(),
                e.cameAt() == null ? "" : Texts.time(e.cameAt()),
                e.cameAt() == null ? "" : Texts.number(e.rows()));
    }

    private static String address(String month, @Nullable String state, int page) {
        return "/reporting?month=" + month + (state == null || state.isBlank() ? "" : "&state=" + state)
                + (page == 0 ? "" : "&page=" + page);
    }
}
