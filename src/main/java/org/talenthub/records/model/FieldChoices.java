package org.talenthub.records.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.talenthub.common.work.Once;

/** All decisions on fields. */
public interface FieldChoices extends Repository<FieldChoice, FieldChoice.Key> {

    Optional<FieldChoice> findById(FieldChoice.Key key);

    List<FieldChoice> findByRecordIdIn(Collection<Long> records);

    /** The same, once while a page is made. */
    default List<FieldChoice> of(Collection<Long> records) {
        return Once.of("choices", List.copyOf(records), () -> findByRecordIdIn(records));
    }

    FieldChoice saveAndFlush(FieldChoice choice);

    void delete(FieldChoice choice);

    void flush();
}
