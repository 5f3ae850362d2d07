package org.talenthub.lifecycle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.lifecycle.Applying;
import org.talenthub.lifecycle.Asking;
import org.talenthub.lifecycle.Reviewing;
import org.talenthub.lifecycle.model.Review;
import org.talenthub.security.Viewer;

/** Experts of an application: who was asked, how each stands, and what they said. */
@RestController
@RequestMapping("/api/v1/applications/{id}")
class ReviewApi {

    private final Applying applying;
    private final Reviewing reviewing;
    private final Asking asking;

    ReviewApi(Applying applying, Reviewing reviewing, Asking asking) {
        this.applying = applying;
        this.reviewing = reviewing;
        this.asking = asking;
    }

    record ReviewView(
            String id,
            String expert,
            boolean declined,
            @Nullable Integer total,
            Map<String, Integer> scores,
            @Nullable String comment,
            String enteredBy,
            Instant enteredAt) {}

    /** What was said before it was reopened. */
    record Reopened(
            ReviewView review,
            @Nullable String by,
            @Nullable String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stands(
            String name, Asking.Standing state, @Nullable LocalDate due) {}

    /** @param experts how each of {@code invited} stands */
    record BoardView(
            long total,
            List<ReviewView> items,
            List<Reviewing.Expert> invited,
            List<Stands> experts,
            List<String> waiting,
            @Nullable Double average,
            int spread,
            boolean wide,
            List<Reopened> reopened) {}

    record Acceptance(@Nullable String expert) {}

    record More(
            @Nullable List<Reviewing.Expert> experts,
            @Nullable String due) {}

    record Reason(@Nullable String reason) {}

    @GetMapping("/reviews")
    BoardView reviews(@PathVariable String id, Viewer viewer) {
        Reviewing.Board board = reviewing.board(id, viewer);
        return new BoardView(
                board.reviews().size(),
                board.reviews().stream().map(this::view).toList(),
                board.invited(),
                asking.standings(applying.get(id, viewer), board).stream()
                        .map(s -> new Stands(s.name(), s.standing(), s.due()))
                        .toList(),
                board.waiting(),
                board.average(),
                board.spread(),
                board.wide(),
                reviewing.reopened(id, viewer).stream()
                        .map(r -> new Reopened(view(r), r.reopenedBy(), r.reopenedWhy()))
                        .toList());
    }

    @PostMapping("/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    ReviewView enter(@PathVariable String id, @RequestBody Reviewing.Wish wish, Viewer viewer) {
        return view(reviewing.enter(id, wish, viewer));
    }

    /** An expert says that he will judge. */
    @PostMapping("/reviews/accept")
    BoardView accept(@PathVariable String id, @RequestBody(required = false) @Nullable Acceptance said, Viewer viewer) {
        asking.accept(id, said == null ? null : said.expert(), viewer);
        return reviews(id, viewer);
    }

    @PostMapping("/reviews/{review}/reopen")
    BoardView reopen(
            @PathVariable String id,
            @PathVariable String review,
            @RequestBody(required = false) @Nullable Reason said,
            Viewer viewer) {
        asking.reopen(id, review, said == null ? null : said.reason(), viewer);
        return reviews(id, viewer);
    }

    /** Asks further experts. */
    @PostMapping("/experts")
    BoardView more(@PathVariable String id, @RequestBody More said, Viewer viewer) {
        asking.more(id, said.experts(), said.due(), viewer);
        return reviews(id, viewer);
    }

    private ReviewView view(Review r) {
        return new ReviewView(
                Ids.text(r.id()),
                r.expert(),
                r.declined(),
                r.total(),
                reviewing.scores(r),
                r.comment(),
                r.enteredBy(),
                r.enteredAt());
    }
}
