package org.talenthub.reporting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reporting.ReportingBook;
import org.talenthub.reporting.ReportingState;
import org.talenthub.security.Viewer;

/** Which month's report came from whom, and when: of the carriers whose batches the caller may read. */
@RestController
class ReportingApi {

    private final ReportingBook book;

    ReportingApi(ReportingBook book) {
        this.book = book;
    }

    record Carrier(
            String id,
            String name,
            @Nullable String type,
            @Nullable String region) {}

    /** @param rows of the month's reports that count */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            Carrier carrier,
            String month,
            LocalDate dueOn,
            ReportingState state,
            @Nullable Instant cameAt,
            int rows,
            int batches) {}

    record ItemPage(long total, int page, int size, List<Item> items) {}

    /**
     * Months, the newest first, and in each what has not come first.
     *
     * @param month 2026-11; all without it
     * @param state in, late, waiting, overdue, or missing for the last two
     * @param carrier the carrier's id
     */
    @GetMapping("/api/v1/reporting-months")
    ItemPage list(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String carrier,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Viewer viewer) {
        Long id = carrier == null || carrier.isBlank()
                ? null
                : Ids.parse(carrier)
                        .orElseThrow(
                                () -> Problem.badRequest("filter.value", Sentence.of("refused.filter.value.list")));
        ReportingBook.Page found =
                book.page(ReportingBook.asked(month, state == null ? List.of() : state, id), page, size, viewer);
        return new ItemPage(
                found.total(),
                found.page(),
                found.size(),
                found.items().stream()
                        .map(e -> new Item(
                                new Carrier(Ids.text(e.carrier()), e.name(), e.subtype(), e.region()),
                                e.month(),
                                e.dueOn(),
                                e.state(),
                                e.cameAt(),
                                e.rows(),
                                e.batches()))
                        .toList());
    }
}
