package org.talenthub.editions.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.editions.model.Edition;
import org.talenthub.editions.model.Edition.Head;
import org.talenthub.editions.model.EditionKind;
import org.talenthub.editions.model.EditionLife.Action;
import org.talenthub.editions.model.EditionLife.State;
import org.talenthub.editions.model.Editions;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** The province's office makes editions: drafts them, words their lines, publishes and corrects them. */
@Component
@Transactional
public class EditionDrafting {

    private static final int LONGEST_GROUND = 300;
    private static final int LONGEST_ERRATUM = 1_000;
    private static final Sentence OFFICE_ONLY = Sentence.of("refused.forbidden.edition");

    private final Editions editions;
    private final EditionReading reading;
    private final EditionFile file;
    private final EditionChecks checks;
    private final EditionLines lines;
    private final Rights rights;
    private final Audit audit;

    EditionDrafting(
            Editions editions,
            EditionReading reading,
            EditionFile file,
            EditionChecks checks,
            EditionLines lines,
            Rights rights,
            Audit audit) {
        this.editions = editions;
        this.reading = reading;
        this.file = file;
        this.checks = checks;
        this.lines = lines;
        this.rights = rights;
        this.audit = audit;
    }

    /**
     * What to do with a line.
     *
     * @param cluster a need to take in at that place; null for what stands there
     * @param words fields and their texts; a blank one goes
     * @param ageGround the law that lets it ask for an age; blank takes it away, null leaves it
     * @param to where it goes; null where it stays
     */
    public record LineWish(
            @Nullable Long cluster,
            Map<String, String> words,
            @Nullable String ageGround,
            @Nullable Integer to,
            boolean drop,
            @Nullable Integer version) {}

    /**
     * A new draft.
     *
     * @param clusters needs to take in, in this order; null for the most urgent ones
     * @return its id
     * @throws Problem 401, 403; 404 for a need that is not there; 409 for a number that is taken; 422 for a text that is none
     */
    public String create(EditionKind kind, Head head, @Nullable List<Long> clusters, Viewer viewer) {
        require(viewer);
        Typed.check(head);
        LocalDate day = head.day() == null ? HubTime.today() : head.day();
        String title = head.title() == null
                ? day.getYear() + (kind == EditionKind.LIST ? " 年重点引才清单" : " 年揭榜挂帅榜单")
                : head.title();
        Edition e = new Edition(kind, title, day, viewer.displayName());
        e.head(head);
        free(head.number(), e.id());
        lines.take(e, clusters, viewer);
        save(e);
        audit.record(viewer, "edition.draft", "edition", Ids.text(e.id()), null);
        return Ids.text(e.id());
    }

    /** @throws Problem 404, 409 unless it is a draft or when the number is taken, 422 */
    public void head(String edition, Head head, @Nullable Integer version, Viewer viewer) {
        Edition e = open(edition, version, Action.EDIT, viewer);
        Typed.check(head);
        free(head.number(), e.id());
        e.head(head);
        save(e);
    }

    /**
     * @param n of the line; one more than there are to add a need at the end
     * @return number of the line now; 0 when it is gone
     * @throws Problem 404 for a line or a need that is not there; 409 unless it is a draft; 422 for a text that is none
     */
    public int line(String edition, int n, LineWish wish, Viewer viewer) {
        Edition e = open(edition, wish.version(), Action.EDIT, viewer);
        Map<String, String> words = Typed.words(e.kind(), wish.words());
        String ground = wish.ageGround() == null
                ? null
                : Typed.text(wish.ageGround(), Sentence.of("refused.text.ground"), LONGEST_GROUND);
        if (wish.drop()) {
            e.drop(n);
            save(e);
            return 0;
        }
        int at = n;
        if (wish.cluster() != null) {
            if (n < 1 || n > e.lines().size() + 1) {
                throw new Problem(
                        404,
                        "line.none",
                        Sentence.of(
                                "refused.line.none.line",
                                n,
                                e.lines().size(),
                                e.lines().size() + 1));
            }
            lines.take(e, List.of(wish.cluster()), viewer);
            e.move(e.lines().size(), n);
        }
        e.word(at, words, ground);
        if (wish.to() != null && wish.to() != at) {
            e.move(at, wish.to());
            at = wish.to();
        }
        save(e);
        return at;
    }

    /**
     * Makes it public for good; the one before it is superseded.
     *
     * @param head what is still to be said of it; its number is found and its day is today when nothing says otherwise
     * @throws Problem 409 unless it is a draft, or when the number is taken; 422 with every fault
     */
    public void publish(String edition, Head head, @Nullable Integer version, Viewer viewer) {
        Edition found = open(edition, version, Action.PUBLISH, viewer);
        editions.lockKind(found.kind().name());
        Typed.check(head);
        free(head.number(), found.id());
        found.head(head);
        if (found.day().isAfter(HubTime.today())) {
            throw Problem.unusable("edition.date", Sentence.of("refused.edition.date"));
        }
        if (found.number().isEmpty()) {
            found.head(new Head(null, next(found.day().getYear()), null, null));
        }
        List<Fault> faults = checks.of(found, EditionReading.asked(found));
        if (!faults.isEmpty()) {
            throw new Problem(
                    422,
                    faults.stream().anyMatch(f -> f.code().startsWith("wording."))
                            ? "edition.wording"
                            : faults.getFirst().code(),
                    Sentence.of(
                            "refused.edition.faults",
                            faults.size(),
                            faults.getFirst().said()),
                    faults.stream().map(EditionDrafting::issue).toList());
        }
        byte[] bytes = EditionFile.bytes(file.make(found, reading.before(found)));
        found.publish(bytes, EditionFile.sha256(bytes), viewer.displayName());
        supersede(found);
        save(found);
        audit.record(
                viewer,
                "edition.publish",
                "edition",
                Ids.text(found.id()),
                found.number().orElse(""));
    }

    /** The newest by its day holds; a past one that is brought in later is superseded from the beginning. */
    private void supersede(Edition published) {
        for (Edition other : editions.findByKindAndState(published.kind(), State.PUBLISHED)) {
            if (other.id() == published.id() || published.state() != State.PUBLISHED) {
                continue;
            }
            if (other.day().isAfter(published.day())) {
                published.supersede();
            } else {
                other.supersede();
            }
        }
    }

    private static Issue issue(Fault f) {
        String where =
                f.line() == 0 ? "" : "lines[" + f.line() + "]" + (f.field().isEmpty() ? "" : "." + f.field());
        return Issue.error(
                where,
                f.code(),
                f.said(),
                f.finding() == null ? null : f.finding().quote());
    }

    /** @throws Problem 404; 409 while it is a draft; 422 for a text that may not be public */
    public void correct(String edition, @Nullable Integer line, String text, Viewer viewer) {
        Edition e = open(edition, null, Action.ERRATA, viewer);
        String said = Typed.text(text, Sentence.of("refused.text.erratum"), LONGEST_ERRATUM);
        if (said.isEmpty()) {
            throw Problem.unusable("errata.text", Sentence.of("refused.errata.text"));
        }
        List<Fault> faults = EditionChecks.wording(0, EditionChecks.ERRATUM, said, false, Set.of());
        if (!faults.isEmpty()) {
            throw new Problem(
                    422,
                    "edition.wording",
                    faults.getFirst().said(),
                    faults.stream().map(EditionDrafting::issue).toList());
        }
        e.correct(line, said, viewer.displayName());
        save(e);
        audit.record(viewer, "edition.errata", "edition", Ids.text(e.id()), line == null ? null : "line " + line);
    }

    private void require(Viewer viewer) {
        rights.require(Act.EDIT, Thing.EDITION, viewer, OFFICE_ONLY);
    }

    private Edition open(String edition, @Nullable Integer version, Action action, Viewer viewer) {
        Edition e = reading.find(edition, viewer);
        require(viewer);
        e.require(action);
        if (version != null && version != e.version()) {
            throw changed();
        }
        return e;
    }

    private void free(@Nullable String number, long but) {
        if (number != null) {
            Optional<Edition> other = editions.findByNumber(number).filter(o -> o.id() != but);
            if (other.isPresent()) {
                throw Problem.conflict("edition.number", Sentence.of("refused.edition.number", number));
            }
        }
    }

    private void save(Edition e) {
        try {
            editions.save(e);
            editions.flush();
        } catch (OptimisticLockingFailureException meanwhile) {
            throw changed();
        } catch (DataIntegrityViolationException twice) {
            throw Problem.conflict(
                    "edition.number",
                    Sentence.of("refused.edition.number", e.number().orElse("")));
        }
    }

    private static Problem changed() {
        return Problem.conflict("version.conflict", Sentence.of("refused.version.conflict"));
    }

    private String next(int year) {
        Set<String> taken = Set.copyOf(editions.numbers(year + "-"));
        int n = 1;
        while (taken.contains(year + "-" + n)) {
            n++;
        }
        return year + "-" + n;
    }
}
