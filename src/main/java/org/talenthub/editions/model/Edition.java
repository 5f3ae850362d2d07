package org.talenthub.editions.model;

import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.editions.model.EditionLife.Action;
import org.talenthub.editions.model.EditionLife.Hand;
import org.talenthub.editions.model.EditionLife.State;

/** A dated edition of the key list, or of the list of challenges. */
@Entity
@Table(name = "key_edition")
@SuppressWarnings("NullAway.Init")
public class Edition {

    /** A longer one nobody recruits by. */
    public static final int MOST_LINES = 500;

    private static final int MOST_ERRATA = 200;

    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private EditionKind kind;

    @Enumerated(EnumType.STRING)
    private State state;

    private String title;

    @Nullable
    private String number;

    private LocalDate day;

    @Nullable
    private String document;

    @Version
    private int version;

    @SuppressWarnings("UnusedVariable") // kept for who asks the database
    private String createdBy;

    @SuppressWarnings("UnusedVariable")
    private Instant createdAt;

    @Nullable
    @SuppressWarnings("UnusedVariable")
    private String publishedBy;

    @Nullable
    private Instant publishedAt;

    @Nullable
    private String sha256;

    @Basic(fetch = FetchType.LAZY)
    private byte @Nullable [] content;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "key_edition_line", joinColumns = @JoinColumn(name = "edition_id"))
    @OrderColumn(name = "n")
    private List<EditionLine> lines = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "key_edition_erratum", joinColumns = @JoinColumn(name = "edition_id"))
    @OrderColumn(name = "n")
    private List<Erratum> errata = new ArrayList<>();

    /** For Hibernate. */
    protected Edition() {}

    /** What stands above an edition; null where it is not said yet. */
    public record Head(
            @Nullable String title,
            @Nullable String number,
            @Nullable LocalDate day,
            @Nullable String document) {

        public static final Head NOTHING = new Head(null, null, null, null);
    }

    public Edition(EditionKind kind, String title, LocalDate day, String by) {
        this.id = Ids.next();
        this.kind = kind;
        this.state = State.DRAFT;
        this.title = title;
        this.day = day;
        this.createdBy = by;
        this.createdAt = Instant.now();
    }

    /** @throws org.talenthub.common.NotNow 409 unless it is a draft */
    public void head(Head head) {
        step(Action.EDIT, Hand.OFFICE);
        title = head.title == null ? title : head.title;
        number = head.number == null ? number : head.number;
        day = head.day == null ? day : head.day;
        document = head.document == null ? document : head.document;
    }

    /** @throws Problem 409 unless it is a draft; 422 when it becomes too long, or when the need has a line already */
    public void take(EditionLine line) {
        step(Action.EDIT, Hand.OFFICE);
        if (lines.size() >= MOST_LINES) {
            throw Problem.unusable("edition.long", Sentence.of("refused.edition.long", MOST_LINES));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).about(line.cluster(), line.demands())) {
                throw Problem.unusable("line.twice", Sentence.of("refused.line.twice", i + 1));
            }
        }
        lines.add(line);
    }

    /**
     * @param n from 1
     * @param ground the law that lets the line ask for an age; null leaves it as it is, blank takes it away
     * @throws Problem 404 when there is no such line; 409 unless it is a draft
     */
    public void word(int n, Map<String, String> words, @Nullable String ground) {
        step(Action.EDIT, Hand.OFFICE);
        lines.set(index(n), lines.get(index(n)).worded(words, ground));
    }

    /** @throws Problem 404, 409, 422 when there is no such place */
    public void move(int n, int to) {
        step(Action.EDIT, Hand.OFFICE);
        if (to < 1 || to > lines.size()) {
            throw Problem.unusable("line.place", Sentence.of("refused.line.place", lines.size()));
        }
        EditionLine line = lines.get(index(n));
        List<EditionLine> order = new ArrayList<>(lines);
        order.remove(index(n));
        order.add(to - 1, line);
        reorder(order);
    }

    /** @throws Problem 404, 409 */
    public void drop(int n) {
        step(Action.EDIT, Hand.OFFICE);
        List<EditionLine> rest = new ArrayList<>(lines);
        rest.remove(index(n));
        reorder(rest);
    }

    private void reorder(List<EditionLine> order) {
        lines.clear();
        lines.addAll(order);
    }

    private int index(int n) {
        if (n < 1 || n > lines.size()) {
            throw new Problem(404, "line.none", Sentence.of("refused.line.none", n, lines.size()));
        }
        return n - 1;
    }

    /**
     * Now it is out, and stays as it is.
     *
     * @param published the bytes that everybody gets
     * @param hash of these
     * @throws org.talenthub.common.NotNow 409 unless it is a draft
     */
    public void publish(byte[] published, String hash, String by) {
        state = step(Action.PUBLISH, Hand.OFFICE);
        content = published.clone();
        sha256 = hash;
        publishedBy = by;
        publishedAt = Instant.now();
    }

    /** A later one is out. */
    public void supersede() {
        state = step(Action.SUPERSEDE, Hand.HUB);
    }

    /** @throws Problem 404 for a line that it has not; 409 unless it is published; 422 when there are too many */
    public void correct(@Nullable Integer line, String text, String by) {
        step(Action.ERRATA, Hand.OFFICE);
        if (line != null) {
            index(line);
        }
        if (errata.size() >= MOST_ERRATA) {
            throw Problem.unusable("errata.many", Sentence.of("refused.errata.many"));
        }
        errata.add(new Erratum(line, text, by, Instant.now()));
    }

    /** Tells who comes too early or too late. */
    public void require(Action action) {
        step(action, Hand.OFFICE);
    }

    private State step(Action action, Hand hand) {
        return EditionLife.TABLE.step(state, action, hand);
    }

    public long id() {
        return id;
    }

    public EditionKind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public String title() {
        return title;
    }

    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    public LocalDate day() {
        return day;
    }

    public Optional<String> document() {
        return Optional.ofNullable(document);
    }

    public int version() {
        return version;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    /** What was published, byte for byte. */
    public Optional<byte[]> content() {
        return Optional.ofNullable(content).map(byte[]::clone);
    }

    public List<EditionLine> lines() {
        return List.copyOf(lines);
    }

    public List<Erratum> errata() {
        return List.copyOf(errata);
    }
}
