package org.talenthub.lifecycle.model;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All calls. */
public interface Calls extends Repository<Call, Long> {

    Call save(Call call);

    Optional<Call> findById(long id);

    List<Call> findAllByOrderByYearDescIdDesc();

    boolean existsByYearAndKind(int year, CarrierKind kind);
}
