package org.talenthub.services;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All typical cases. */
interface TypicalCases extends Repository<TypicalCase, Long> {

    TypicalCase save(TypicalCase one);

    Optional<TypicalCase> findById(long id);

    List<TypicalCase> findAllByOrderByIdDesc();
}
