package org.talenthub.records.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All decisions on fields. */
public interface FieldChoices extends Repository<FieldChoice, FieldChoice.Key> {

    Optional<FieldChoice> findById(FieldChoice.Key key);

    List<FieldChoice> findByRecordIdIn(Collection<Long> records);

    FieldChoice saveAndFlush(FieldChoice choice);

    void delete(FieldChoice choice);

    void flush();
}
