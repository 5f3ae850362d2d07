package org.talenthub.records.erasure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.PersonalData;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.merge.DerivedRecords;

/** Finds all that is kept of one person in reports and records. */
@Component
public class Persons {

    private static final String TYPE = "talent";

    private final JdbcClient jdbc;
    private final DerivedRecords derived;

    Persons(JdbcClient jdbc, DerivedRecords derived) {
        this.jdbc = jdbc;
        this.derived = derived;
    }

    /**
     * @param key keyed hash of the document number, else of name, birth month and employer; null when no row is left
     */
    public record Found(
            PersonalData.Person person, @Nullable String key) {}

    private record Said(
            long report,
            long batch,
            @Nullable String strong,
            @Nullable String weak,
            String title) {}

    /**
     * Takes the turn of all persons until the transaction ends, so that no commit comes between, and looks for everything of this one: its
     * rows, those that a decision moved, and rows of the same keys that never became anybody's.
     *
     * @throws Problem 409 while a file that names the person is being read or committed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Found lock(long record) {
        derived.takeTurn(TYPE);
        Set<Long> records = merged(record);
        Set<Said> said = new HashSet<>(said("record_id in (:ids) or own_record in (:ids)", "ids", records));
        Set<String> strong = said.stream()
                .flatMap(s -> Optional.ofNullable(s.strong).stream())
                .collect(Collectors.toSet());
        Set<String> weak =
                said.stream().flatMap(s -> Optional.ofNullable(s.weak).stream()).collect(Collectors.toSet());
        if (!strong.isEmpty()) {
            said.addAll(said("record_id is null and strong_key in (:ids)", "ids", strong));
        }
        if (!weak.isEmpty()) {
            said.addAll(said("record_id is null and weak_key in (:ids)", "ids", weak).stream()
                    .filter(s -> s.strong == null || strong.isEmpty() || strong.contains(s.strong))
                    .toList());
        }
        Set<Long> batches = said.stream().map(Said::batch).collect(Collectors.toSet());
        busy(batches);
        Set<String> names =
                said.stream().map(Said::title).filter(t -> !t.isBlank()).collect(Collectors.toSet());
        return new Found(
                new PersonalData.Person(
                        record, records, said.stream().map(Said::report).collect(Collectors.toSet()), batches, names),
                strong.stream().findFirst().or(() -> weak.stream().findFirst()).orElse(null));
    }

    /** The record and all that were found to be it. */
    private Set<Long> merged(long record) {
        Set<Long> all = new HashSet<>(Set.of(record));
        for (Set<Long> next = all; !next.isEmpty(); ) {
            Set<Long> more = jdbc.sql("select id from pool_record where same_as in (:ids)")
                    .param("ids", next)
                    .query((rs, i) -> rs.getLong(1))
                    .set();
            more.removeAll(all);
            all.addAll(more);
            next = more;
        }
        return all;
    }

    private List<Said> said(String where, String name, Set<?> values) {
        return jdbc.sql("select id, batch_id, strong_key, weak_key, title from report where type = '" + TYPE + "' and ("
                        + where + ")")
                .param(name, values)
                .query((rs, i) ->
                        new Said(rs.getLong(1), rs.getLong(2), rs.getString(3), rs.getString(4), rs.getString(5)))
                .list();
    }

    private void busy(Set<Long> batches) {
        if (batches.isEmpty()) {
            return;
        }
        boolean busy = jdbc.sql("select exists (select 1 from import_batch where id in (:ids)"
                        + " and status in ('RECEIVED', 'READING', 'COMMITTING'))")
                .param("ids", batches)
                .query(Boolean.class)
                .single();
        if (busy) {
            throw Problem.conflict("erase.busy", Sentence.of("refused.erase.busy"));
        }
    }
}
