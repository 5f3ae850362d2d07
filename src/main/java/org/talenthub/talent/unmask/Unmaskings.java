package org.talenthub.talent.unmask;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Visibility;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.security.Audit;
import org.talenthub.security.AuditEntry;
import org.talenthub.security.Viewer;
import org.talenthub.security.signin.SigningIn;

/** Shows what is masked, to who may, one value at a time. The trace is written in the same transaction, before the value is given out. */
@Component
public class Unmaskings {

    static final String ACTION = "unmask";
    static final String TOO_MANY = "unmask.many";

    private static final String TALENT = "talent";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SHORTEST_PURPOSE = 2;
    private static final int LONGEST_PURPOSE = 200;

    private final UnmaskingRepository store;
    private final Records records;
    private final Rights rights;
    private final Feeds feeds;
    private final Audit audit;
    private final UnmaskSettings settings;
    private final TransactionTemplate transaction;

    Unmaskings(
            UnmaskingRepository store,
            Records records,
            Rights rights,
            Feeds feeds,
            Audit audit,
            UnmaskSettings settings,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.records = records;
        this.rights = rights;
        this.feeds = feeds;
        this.audit = audit;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A value, and until when it is shown without a further trace. */
    public record Shown(String value, Instant until) {}

    /**
     * @param field phone, email or documentNumber
     * @param purpose why, 2 to 200 characters
     * @throws Problem 400, 403 when the viewer sees the person but not this, 404, 429 after too many within an hour
     */
    public Shown show(String id, String field, String purpose, Viewer viewer) {
        if (sensitive().stream().noneMatch(c -> c.field().equals(field))) {
            throw Problem.badRequest(
                    "unmask.field",
                    Sentence.of(
                            "refused.unmask.field",
                            Sentence.list(
                                    sensitive().stream().map(Column::field).toList())));
        }
        String why = purpose(purpose);
        RecordView view = person(id, viewer);
        long person = Ids.parse(view.id()).orElseThrow(Problem::notFound);
        if (!may(view, viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.show"));
        }
        Optional<Unmasking> open = store.open(viewer.account(), person, Instant.now()).stream()
                .filter(u -> u.field().equals(field))
                .findFirst();
        if (open.isEmpty()) {
            allow(viewer, view);
        }
        String value = records.secret(person, field, viewer)
                .orElseThrow(() -> new Problem(404, "unmask.empty", Sentence.of("refused.unmask.empty")));
        if (open.isPresent()) {
            return new Shown(value, open.get().until());
        }
        return transaction.execute(s -> {
            Unmasking made = store.save(new Unmasking(viewer.account(), person, field, why));
            audit.write(
                    viewer,
                    AuditEntry.of(AuditEntry.Act.UNMASK, ACTION)
                            .about(TALENT, view.id())
                            .in(region(person))
                            .of(List.of(field))
                            .why(why));
            return new Shown(value, made.until());
        });
    }

    /** The record with those values as they are that the viewer was shown within the last quarter of an hour. */
    public RecordView shown(RecordView view, Viewer viewer) {
        if (!may(view, viewer)) {
            return view;
        }
        long person = Ids.parse(view.id()).orElseThrow();
        Map<String, Object> fields = new LinkedHashMap<>(view.fields());
        store.open(viewer.account(), person, Instant.now())
                .forEach(u -> records.secret(person, u.field(), viewer).ifPresent(v -> fields.put(u.field(), v)));
        return new RecordView(view.id(), view.type(), view.name(), view.visibility(), view.version(), fields);
    }

    /** The masked fields of the record that the viewer can have shown, in the order of the sheet. */
    public List<Column> offered(RecordView view, Viewer viewer) {
        return may(view, viewer)
                ? sensitive().stream()
                        .filter(c -> view.fields().containsKey(c.field()))
                        .toList()
                : List.of();
    }

    private List<Column> sensitive() {
        return feeds.get(TALENT).columns().stream().filter(Column::sensitive).toList();
    }

    private RecordView person(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(n -> records.view(n, viewer))
                .filter(v -> v.type().equals(TALENT))
                .orElseThrow(Problem::notFound);
    }

    private boolean may(RecordView view, Viewer viewer) {
        return view.type().equals(TALENT)
                && view.visibility() == Visibility.FULL
                && Ids.parse(view.id())
                        .map(id -> records.snapshots(List.of(id)).get(id))
                        .filter(r -> rights.may(Act.UNMASK, TALENT, r, viewer))
                        .isPresent();
    }

    private @org.jspecify.annotations.Nullable String region(long person) {
        RecordSnapshot r = records.snapshots(List.of(person)).get(person);
        return r == null ? null : r.region();
    }

    private static String purpose(String given) {
        String purpose = given.strip().replaceAll("\\p{Cntrl}+", " ");
        if (purpose.length() < SHORTEST_PURPOSE || purpose.length() > LONGEST_PURPOSE) {
            throw Problem.badRequest("unmask.purpose", Sentence.of("refused.unmask.purpose", LONGEST_PURPOSE));
        }
        return Contacts.mask(purpose);
    }

    /** A code of the second factor that was shown since then begins the count anew. */
    private void allow(Viewer viewer, RecordView view) {
        Instant since = Instant.now().minus(HOUR);
        Instant proved = proved();
        if (audit.count(viewer, ACTION, proved.isAfter(since) ? proved : since) >= settings.perHour()) {
            audit.write(
                    viewer,
                    AuditEntry.of(AuditEntry.Act.REFUSED, TOO_MANY)
                            .about(TALENT, view.id())
                            .refused());
            throw new Problem(429, "unmask.many", Sentence.of("refused.unmask.many", settings.perHour()));
        }
    }

    private static Instant proved() {
        return SigningIn.provedAt(SecurityContextHolder.getContext().getAuthentication())
                .orElse(Instant.MIN);
    }
}
