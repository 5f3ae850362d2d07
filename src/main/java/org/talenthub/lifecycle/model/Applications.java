package org.talenthub.lifecycle.model;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All applications. */
public interface Applications extends Repository<Application, Long> {

    Application save(Application application);

    Optional<Application> findById(long id);

    List<Application> findAllByOrderByIdDesc();

    boolean existsByCallAndNameAndIdNot(long call, String name, long id);
}
