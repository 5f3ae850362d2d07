package org.talenthub.records.merge;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.records.model.Bulk;
import org.talenthub.records.model.FieldChoice;
import org.talenthub.records.model.FieldChoices;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/**
 * Officials decide which report's value of a field holds: the province everywhere, a city in its own region. The decision, the record
 * derived by it, its outbox entry and the audit entry are one transaction under the type's turn.
 */
@Component
public class Choices {

    private static final int LONGEST_REASON = 500;

    private final Bulk bulk;
    private final FieldChoices chosenFields;
    private final DerivedRecords derived;
    private final Derivation derivation;
    private final Records records;
    private final Rights rights;
    private final Feeds feeds;
    private final Audit audit;

    Choices(
            Bulk bulk,
            FieldChoices chosenFields,
            DerivedRecords derived,
            Derivation derivation,
            Records records,
            Rights rights,
            Feeds feeds,
            Audit audit) {
        this.bulk = bulk;
        this.chosenFields = chosenFields;
        this.derived = derived;
        this.derivation = derivation;
        this.records = records;
        this.rights = rights;
        this.feeds = feeds;
        this.audit = audit;
    }

    /**
     * From now on the report's value holds for the field and those taken together with it.
     *
     * @param report id of one of the record's live reports, 13 characters
     * @param version the record's when the official looked at it
     * @throws Problem 400 no such field, report or reason; 403; 404; 409 the record changed meanwhile
     */
    @Transactional
    public void choose(String type, long id, String field, String report, long version, String reason, Viewer viewer) {
        chooseAll(type, id, Map.of(field, report), version, reason, viewer);
    }

    /**
     * The same for several fields at once, for one reason: all of them or none.
     *
     * @param chosen field to the id of the report whose value is to hold
     * @throws Problem as {@link #choose}; 400 too when nothing is chosen, or two reports for fields that are taken together
     */
    @Transactional
    public void chooseAll(
            String type, long id, Map<String, String> chosen, long version, String reason, Viewer viewer) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Problem.badRequest("choice.reason", Sentence.of("refused.choice.reason", LONGEST_REASON));
        }
        if (chosen.isEmpty()) {
            throw Problem.badRequest("choice.none-chosen", Sentence.of("refused.choice.none-chosen"));
        }
        Map<String, String> units = new LinkedHashMap<>();
        Map<String, String> asked = new LinkedHashMap<>();
        chosen.forEach((field, report) -> {
            String unit = unit(type, field);
            String before = units.put(unit, report);
            if (before != null && !before.equals(report)) {
                throw Problem.badRequest("choice.together", Sentence.of("refused.choice.together"));
            }
            asked.putIfAbsent(unit, field);
        });
        change(
                type,
                id,
                version,
                viewer,
                live -> units.forEach((unit, report) ->
                        write(type, id, unit, Objects.requireNonNull(asked.get(unit)), report, why, live, viewer)));
    }

    private void write(
            String type,
            long id,
            String unit,
            String asked,
            String report,
            String why,
            List<Report> live,
            Viewer viewer) {
        Report chosen = live.stream()
                .filter(r -> Ids.text(r.id).equals(report))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("choice.report", Sentence.of("refused.choice.report")));
        Claim claim = derivation
                .claims(List.of(chosen), new Background(Map.of(), Map.of()))
                .getFirst();
        if (!claim.says(derivation.rules(type).members(unit))) {
            throw Problem.badRequest("choice.blank", Sentence.of("refused.choice.blank"));
        }
        FieldChoice choice =
                chosenFields.findById(new FieldChoice.Key(id, unit)).orElseGet(() -> new FieldChoice(id, unit));
        choice.asked = asked;
        choice.valueHash = derivation.valueHash(type, unit, claim);
        choice.reportId = chosen.id;
        choice.reporter = chosen.reporter;
        choice.reason = Contacts.mask(why);
        choice.chosenBy = viewer.username();
        choice.chosenName = viewer.displayName();
        choice.chosenAt = Instant.now();
        chosenFields.saveAndFlush(choice);
        audit.record(viewer, "field.choose", type, Ids.text(id), unit + " <- " + report + "：" + Contacts.mask(why));
    }

    /**
     * The written rules decide the field again.
     *
     * @throws Problem 403; 404 nothing was chosen; 409 the record changed meanwhile
     */
    @Transactional
    public void withdraw(String type, long id, String field, long version, Viewer viewer) {
        String unit = unit(type, field);
        change(type, id, version, viewer, live -> {
            FieldChoice choice = chosenFields
                    .findById(new FieldChoice.Key(id, unit))
                    .orElseThrow(() -> new Problem(404, "choice.none", Sentence.of("refused.choice.none.withdraw")));
            chosenFields.delete(choice);
            chosenFields.flush();
            audit.record(viewer, "field.choose.withdraw", type, Ids.text(id), unit);
        });
    }

    private String unit(String type, String field) {
        if (feeds.get(type).column(field).isEmpty()) {
            throw Problem.badRequest("field.unknown", Sentence.of("refused.field.unknown.unit", field));
        }
        return derivation.rules(type).unit(field);
    }

    private interface Change {
        void make(List<Report> live);
    }

    private void change(String type, long id, long version, Viewer viewer, Change change) {
        derived.takeTurn(type);
        RecordView seen =
                records.view(id, viewer).filter(v -> v.type().equals(type)).orElseThrow(Problem::notFound);
        bulk.with(session -> {
            PoolRecord record = Objects.requireNonNull(session.get(PoolRecord.class, id));
            if (!seen.visibility().sources() || !rights.may(Act.DECIDE, type, derivation.snapshot(record), viewer)) {
                throw Problem.forbidden(Sentence.of("refused.forbidden.change.3"));
            }
            if (record.version != version) {
                throw Problem.conflict("record.changed", Sentence.of("refused.record.changed"));
            }
            Map<Long, List<Report>> live = DerivedRecords.liveOf(session, List.of(record));
            change.make(live.getOrDefault(id, List.of()));
            derived.save(type, List.of(), List.of(record), live);
            if (rights.thing(type) == Thing.DIRECTORY
                    && !rights.may(Act.DECIDE, type, derivation.snapshot(record), viewer)) {
                throw Problem.forbidden(Sentence.of("refused.forbidden.change.4"));
            }
            return id;
        });
    }
}
