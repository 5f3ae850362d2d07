package org.talenthub.lifecycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.Reviewing.Expert;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.ApplicationLife.State;
import org.talenthub.lifecycle.model.Applications;
import org.talenthub.lifecycle.model.Review;
import org.talenthub.lifecycle.model.ReviewBook;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** How each expert stands who was asked about a case: from the invitation to the review, and who is asked besides when some decline. */
@Component
public class Asking {

    private static final int LONGEST = 1_000;

    private final Applying applying;
    private final Applications applications;
    private final Reviewing reviewing;
    private final ReviewBook book;
    private final JdbcClient jdbc;
    private final Audit audit;

    Asking(
            Applying applying,
            Applications applications,
            Reviewing reviewing,
            ReviewBook book,
            JdbcClient jdbc,
            Audit audit) {
        this.applying = applying;
        this.applications = applications;
        this.reviewing = reviewing;
        this.book = book;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** How one stands. */
    public enum Standing {
        INVITED,
        ACCEPTED,
        DECLINED,
        IN,
        OVERDUE
    }

    /** @param due by when; null of cases that were begun before there were days */
    public record Asked(
            String name, Standing standing, @Nullable LocalDate due) {}

    /** Those whom the board names, in the order in which they were asked. */
    public List<Asked> standings(Application a, Reviewing.Board board) {
        Set<String> accepted =
                new HashSet<>(jdbc.sql("select expert from carrier_review_accept where application_id = ?")
                        .param(a.id())
                        .query(String.class)
                        .list());
        LocalDate due = a.reviewsDue();
        boolean late = due != null && due.isBefore(HubTime.today());
        return board.invited().stream()
                .map(e -> new Asked(
                        e.name(),
                        board.reviews().stream()
                                .filter(r -> r.expert().equals(e.name()))
                                .findFirst()
                                .map(r -> r.declined() ? Standing.DECLINED : Standing.IN)
                                .orElse(
                                        late
                                                ? Standing.OVERDUE
                                                : accepted.contains(e.name()) ? Standing.ACCEPTED : Standing.INVITED),
                        due))
                .toList();
    }

    /** How many are late; for the province's letter of the day. */
    long overdue(Application a) {
        return asks(a)
                ? standings(a, reviewing.whole(a)).stream()
                        .filter(s -> s.standing() == Standing.OVERDUE)
                        .count()
                : 0;
    }

    /** Whether this expert's review is still to come. */
    boolean waitsFor(Application a, Viewer viewer) {
        return asks(a)
                && applying.judge(a, viewer)
                        .filter(e -> reviewing.whole(a).waiting().contains(e.name()))
                        .isPresent();
    }

    private static boolean asks(Application a) {
        return a.state() == State.EXPERTS || a.state() == State.VISITED;
    }

    /** An expert says that he will judge, or the province notes that he said so. @throws Problem 400, 403, 409 */
    @Transactional
    public void accept(String id, @Nullable String name, Viewer viewer) {
        Application a = open(id, viewer);
        Expert self = applying.judge(a, viewer).orElse(null);
        if (self == null) {
            province(a, viewer);
        }
        String expert = self != null ? self.name() : name == null ? "" : name.strip();
        Reviewing.Board board = reviewing.whole(a);
        if (board.invited().stream().noneMatch(e -> e.name().equals(expert))) {
            throw Problem.badRequest("reviews.expert", Sentence.of("refused.reviews.expert"));
        }
        if (!board.waiting().contains(expert)) {
            throw Problem.conflict("reviews.twice", Sentence.of("refused.reviews.twice"));
        }
        jdbc.sql("delete from carrier_review_accept where application_id = ? and expert = ?")
                .params(a.id(), expert)
                .update();
        jdbc.sql(
                        "insert into carrier_review_accept (application_id, expert, entered_by, entered_at) values (?, ?, ?, ?)")
                .params(a.id(), expert, viewer.displayName(), Timestamp.from(Instant.now()))
                .update();
        audit.record(viewer, "application.expert-accepted", "application", id, null);
    }

    /** Asks further experts, where some have declined. @throws Problem 403, 409, 422 as when the first were asked */
    @Transactional
    public void more(String id, @Nullable List<Expert> further, @Nullable String due, Viewer viewer) {
        Application a = open(id, viewer);
        province(a, viewer);
        Reviewing.Board board = reviewing.whole(a);
        Set<String> gone = new HashSet<>(board.reviews().stream()
                .filter(Review::declined)
                .map(Review::expert)
                .toList());
        List<Expert> all = new ArrayList<>(board.invited());
        all.addAll(further == null ? List.of() : further);
        if (all.size() == board.invited().size()) {
            throw Problem.unusable("experts.incomplete", Sentence.of("refused.experts.incomplete"));
        }
        a.invite(
                reviewing.invited(a, all, gone.size()),
                due == null || due.isBlank() ? a.reviewsDue() : Deciding.due(due));
        applications.save(a);
        audit.record(viewer, "application.experts", "application", id, null);
    }

    /** Lets an expert judge anew; what was said before stays on record. @throws Problem 400 without a reason, 403, 404, 409 */
    @Transactional
    public void reopen(String id, String review, @Nullable String reason, Viewer viewer) {
        Application a = open(id, viewer);
        province(a, viewer);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw Problem.badRequest("reason.missing", Sentence.of("refused.reason.missing"));
        }
        if (why.length() > LONGEST) {
            throw Problem.badRequest("reason.long", Sentence.of("refused.reason.long", LONGEST));
        }
        Review old = book.of(a).stream()
                .filter(r -> Ids.text(r.id()).equals(review))
                .findFirst()
                .orElseThrow(Problem::notFound);
        old.reopen(why, viewer.displayName());
        book.save(old);
        audit.record(viewer, "application.review-reopened", "application", id, null);
    }

    private Application open(String id, Viewer viewer) {
        Application a = applying.get(id, viewer);
        if (!asks(a)) {
            if (applying.works(a, viewer)) {
                throw Problem.conflict("reviews.not-now", Sentence.of("refused.reviews.not-now"));
            }
            throw Problem.notFound();
        }
        return a;
    }

    private void province(Application a, Viewer viewer) {
        if (applying.level(a, viewer).orElse(Level.CITY) != Level.PROVINCE) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.province"));
        }
    }
}
