package org.talenthub.events.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.web.Texts;

/** How many people of each kind were there and what came of it: by degree and by category, as reports of such events count them. */
@Component
class PeopleByKind {

    private final JdbcClient jdbc;
    private final Records records;
    private final Dictionary degrees;
    private final Dictionary categories;
    private final Texts texts;

    PeopleByKind(JdbcClient jdbc, Records records, Dictionaries dictionaries, Texts texts) {
        this.jdbc = jdbc;
        this.records = records;
        this.degrees = dictionaries.get("degree");
        this.categories = dictionaries.get("talent-category");
        this.texts = texts;
    }

    /**
     * One person of the event.
     *
     * @param applied said that he comes, whether there was a place or not, or came
     */
    private record Person(
            @Nullable RecordSnapshot record, boolean applied, boolean came, boolean intent, boolean signed) {

        String field(String name) {
            return record == null ? "" : record.fields().text(name).orElse("");
        }
    }

    List<ResultSheets.People> of(RecruitmentEvent e) {
        List<Person> people = people(e);
        List<ResultSheets.People> lines = new ArrayList<>();
        lines.add(line("ALL", "", texts.text("events.results.ALL"), people, p -> true));
        group("DEGREE", "degree", degrees, people, lines);
        group("CATEGORY", "category", categories, people, lines);
        return lines;
    }

    private void group(
            String by, String field, Dictionary kinds, List<Person> people, List<ResultSheets.People> lines) {
        Set<String> known = new HashSet<>();
        for (Dictionary.Entry kind : kinds.entries()) {
            known.add(kind.code());
            lines.add(line(
                    by,
                    kind.code(),
                    kind.named().in(texts.locale()),
                    people,
                    p -> p.field(field).equals(kind.code())));
        }
        lines.add(line(by, "", texts.text("events.results.OTHERS"), people, p -> !known.contains(p.field(field))));
        lines.removeIf(l -> l.by().equals(by) && l.asked() == 0);
    }

    private static ResultSheets.People line(
            String by, String code, String label, List<Person> people, Predicate<Person> kind) {
        List<Person> of = people.stream().filter(kind).toList();
        return new ResultSheets.People(
                by,
                code,
                label,
                of.size(),
                of.stream().filter(Person::applied).count(),
                of.stream().filter(Person::came).count(),
                of.stream().filter(Person::intent).count(),
                of.stream().filter(Person::signed).count());
    }

    private List<Person> people(RecruitmentEvent e) {
        Set<Long> intent = new HashSet<>(
                jdbc.sql("select distinct guest_id from event_meeting where event_id = ? and outcome = 'INTENT'")
                        .param(e.id())
                        .query((rs, i) -> rs.getLong(1))
                        .list());
        Set<Long> signed = new HashSet<>(jdbc.sql(
                        "select distinct talent_id from placement where event = ? and state in ('SIGNED', 'ARRIVED', 'RETAINED')")
                .param(Ids.text(e.id()))
                .query((rs, i) -> rs.getLong(1))
                .list());
        record Row(long id, @Nullable Long record, String state, boolean came) {}
        List<Row> rows = jdbc.sql("select id, record_id, state, checked_in_at is not null from event_participant"
                        + " where event_id = ? and kind = 'TALENT' order by number")
                .param(e.id())
                .query((rs, i) -> new Row(
                        rs.getLong(1),
                        rs.getObject(2) == null ? null : rs.getLong(2),
                        rs.getString(3),
                        rs.getBoolean(4)))
                .list();
        Map<Long, RecordSnapshot> found = new HashMap<>(records.snapshots(
                rows.stream().map(Row::record).filter(Objects::nonNull).toList()));
        return rows.stream()
                .map(r -> new Person(
                        r.record() == null ? null : found.get(r.record()),
                        r.came() || r.state().equals("ACCEPTED") || r.state().equals("WAITING"),
                        r.came(),
                        intent.contains(r.id()),
                        r.record() != null && signed.contains(r.record())))
                .toList();
    }
}
