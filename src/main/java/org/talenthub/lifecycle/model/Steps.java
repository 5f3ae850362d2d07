package org.talenthub.lifecycle.model;

import java.util.List;
import org.springframework.data.repository.Repository;

/** All steps of all applications. */
public interface Steps extends Repository<Step, Long> {

    Step save(Step step);

    List<Step> findByApplicationOrderById(long application);
}
