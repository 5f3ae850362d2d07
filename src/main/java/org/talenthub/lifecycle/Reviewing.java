package org.talenthub.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.ApplicationLife.State;
import org.talenthub.lifecycle.model.Criterion;
import org.talenthub.lifecycle.model.Review;
import org.talenthub.lifecycle.model.ReviewBook;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Experts' reviews: three to seven who have nothing to do with the case, points for each criterion. An expert with an account enters his
 * own and sees no other before all are in; for the others the province enters what they wrote, which is recorded as such.
 */
@Component
public class Reviewing {

    private static final int FEWEST = 3;
    private static final int MOST = 7;
    private static final int SPREAD = 20;
    private static final double POOR = 0.6;
    private static final int LONGEST = 2_000;
    private static final TypeReference<List<Expert>> EXPERTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> SCORES = new TypeReference<>() {};

    private final ReviewBook book;
    private final Applying applying;
    private final Regions regions;
    private final JsonMapper json;

    Reviewing(ReviewBook book, Applying applying, Regions regions, JsonMapper json) {
        this.regions = regions;
        this.book = book;
        this.applying = applying;
        this.json = json;
    }

    /**
     * Somebody who is asked to judge; nobody judges a case that he has to do with, see {@link Conflicts}.
     *
     * @param employer where the expert works
     * @param region where he comes from, GB/T 2260 code
     * @param carrier that he belongs to
     * @param account with which he looks and judges himself; null when the province enters what he wrote
     * @param conflict he has declared one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Expert(
            String name,
            String employer,
            @Nullable String region,
            @Nullable String carrier,
            @Nullable String account,
            @Nullable Boolean conflict) {

        public Expert(String name, String employer) {
            this(name, employer, null, null, null, null);
        }

        Expert in(@Nullable String code) {
            return new Expert(name, employer, code, carrier, account, conflict);
        }
    }

    /**
     * One review as it is entered.
     *
     * @param scores criterion to points; null when the expert declines
     */
    public record Wish(
            @Nullable String expert,
            @Nullable Map<String, Integer> scores,
            @Nullable String comment,
            @Nullable Boolean declined) {}

    /**
     * How the experts' work stands.
     *
     * @param waiting names of those who have neither judged nor declined
     * @param average of those in; null while none is
     * @param spread most less least; over 20 points somebody should ask why
     */
    public record Board(
            List<Expert> invited,
            List<Review> reviews,
            List<String> waiting,
            @Nullable Double average,
            int spread,
            boolean wide) {}

    /** @return the experts as the application keeps them */
    String invited(Application a, @Nullable List<Expert> experts) {
        return invited(a, experts, 0);
    }

    /** @param declined how many of them have declined: others may be asked in their place */
    String invited(Application a, @Nullable List<Expert> experts, int declined) {
        if (experts == null || experts.size() < FEWEST || experts.size() - declined > MOST) {
            throw Problem.unusable("experts.number", Sentence.of("refused.experts.number", FEWEST, MOST));
        }
        for (Expert e : experts) {
            if (e.name() == null
                    || e.name().isBlank()
                    || e.employer() == null
                    || e.employer().isBlank()) {
                throw Problem.unusable("experts.incomplete", Sentence.of("refused.experts.incomplete"));
            }
        }
        List<Expert> placed = experts.stream().map(this::placed).toList();
        for (Expert e : placed) {
            Conflicts.of(a, e, null).ifPresent(g -> {
                throw Problem.unusable(
                        "experts.conflict", Sentence.of("refused.experts.conflict", e.name(), g.words()));
            });
        }
        if (experts.stream().map(Expert::name).distinct().count() < experts.size()) {
            throw Problem.unusable("experts.twice", Sentence.of("refused.experts.twice"));
        }
        return json.writeValueAsString(placed);
    }

    private Expert placed(Expert e) {
        return e.region() == null || e.region().isBlank()
                ? e.in(null)
                : e.in(regions.find(e.region())
                        .orElseThrow(() -> Problem.badRequest(
                                "region.unknown", Sentence.of("refused.region.unknown.plain", e.region())))
                        .code());
    }

    /**
     * The province sees all; an expert his own until all are in.
     *
     * @throws Problem 403 for everybody else
     */
    public Board board(String id, Viewer viewer) {
        Application a = applying.get(id, viewer);
        Expert self = applying.judge(a, viewer).orElse(null);
        if (self == null) {
            province(a, viewer);
            return whole(a);
        }
        Board whole = whole(a);
        return whole.waiting().isEmpty()
                ? whole
                : new Board(
                        List.of(self),
                        whole.reviews().stream()
                                .filter(r -> r.expert().equals(self.name()))
                                .toList(),
                        whole.waiting().stream().filter(self.name()::equals).toList(),
                        null,
                        0,
                        false);
    }

    /** Reviews that hold no longer; an expert finds his own. @throws Problem as {@link #board} */
    public List<Review> reopened(String id, Viewer viewer) {
        Application a = applying.get(id, viewer);
        Expert self = applying.judge(a, viewer).orElse(null);
        if (self == null) {
            province(a, viewer);
        }
        return book.reopened(a).stream()
                .filter(r -> self == null || r.expert().equals(self.name()))
                .toList();
    }

    /** As the province sees it. */
    Board whole(Application a) {
        List<Expert> invited = json.readValue(a.experts(), EXPERTS);
        List<Review> reviews = book.of(a);
        List<Integer> totals = reviews.stream()
                .map(Review::total)
                .filter(java.util.Objects::nonNull)
                .toList();
        int spread = totals.isEmpty()
                ? 0
                : totals.stream().mapToInt(i -> i).max().orElse(0)
                        - totals.stream().mapToInt(i -> i).min().orElse(0);
        return new Board(
                invited,
                reviews,
                invited.stream()
                        .map(Expert::name)
                        .filter(n -> reviews.stream().noneMatch(r -> r.expert().equals(n)))
                        .toList(),
                totals.isEmpty()
                        ? null
                        : Math.round(totals.stream().mapToInt(i -> i).average().orElse(0) * 10) / 10.0,
                spread,
                spread > SPREAD);
    }

    /** @throws Problem 400 for points that cannot be, 409 before the experts are asked or when that one is in already */
    @Transactional
    public Review enter(String id, Wish wish, Viewer viewer) {
        Application a = applying.get(id, viewer);
        Expert self = applying.judge(a, viewer).orElse(null);
        if (self == null) {
            province(a, viewer);
        }
        if (a.state() != State.EXPERTS && a.state() != State.VISITED) {
            throw Problem.conflict("reviews.not-now", Sentence.of("refused.reviews.not-now"));
        }
        String expert = self != null
                ? self.name()
                : wish.expert() == null ? "" : wish.expert().strip();
        if (json.readValue(a.experts(), EXPERTS).stream()
                .noneMatch(e -> e.name().equals(expert))) {
            throw Problem.badRequest("reviews.expert", Sentence.of("refused.reviews.expert"));
        }
        if (book.existsByApplicationAndExpertAndSuperseded(a.id(), expert, 0)) {
            throw Problem.conflict("reviews.twice", Sentence.of("refused.reviews.twice"));
        }
        String comment = wish.comment() == null ? "" : wish.comment().strip();
        if (comment.length() > LONGEST) {
            throw Problem.badRequest("reviews.comment", Sentence.of("refused.reviews.comment", LONGEST));
        }
        Map<Criterion, Integer> scores = Boolean.TRUE.equals(wish.declined())
                ? null
                : scores(wish.scores(), comment, applying.criteria(applying.call(a.call())));
        return book.save(new Review(
                a,
                expert,
                scores,
                json.writeValueAsString(scores == null ? Map.of() : wish.scores()),
                comment.isEmpty() ? null : comment,
                viewer.displayName()));
    }

    private static Map<Criterion, Integer> scores(
            @Nullable Map<String, Integer> given, String comment, Map<Criterion, Integer> most) {
        Map<Criterion, Integer> scores = new EnumMap<>(Criterion.class);
        for (Criterion c : Criterion.values()) {
            Integer points = given == null ? null : given.get(c.key());
            if (points == null || points < 0 || points > most.getOrDefault(c, 0)) {
                throw Problem.badRequest("reviews.scores", Sentence.of("refused.reviews.scores"));
            }
            scores.put(c, points);
            if (points < POOR * most.getOrDefault(c, 0) && comment.isEmpty()) {
                throw Problem.badRequest("reviews.comment", Sentence.of("refused.reviews.comment.scores"));
            }
        }
        return scores;
    }

    /** Points of a review by criterion. */
    public Map<String, Integer> scores(Review r) {
        return json.readValue(r.scores(), SCORES);
    }

    /** @throws Problem 409 unless everybody asked has judged or declined, and at least three have judged */
    void requireAll(Application a) {
        Board board = whole(a);
        long judged = board.reviews().stream().filter(r -> !r.declined()).count();
        if (!board.waiting().isEmpty() || judged < FEWEST) {
            throw Problem.conflict(
                    "reviews.missing",
                    board.waiting().isEmpty()
                            ? Sentence.of("refused.reviews.missing", judged, FEWEST)
                            : Sentence.of("refused.reviews.missing.requireAll", Sentence.list(board.waiting())));
        }
    }

    private void province(Application a, Viewer viewer) {
        if (applying.level(a, viewer).orElse(Level.CITY) != Level.PROVINCE) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.province"));
        }
    }
}
