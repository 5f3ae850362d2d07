package org.talenthub.lifecycle;

import java.util.List;
import org.springframework.data.repository.Repository;

/** All steps of all applications. */
interface Steps extends Repository<Step, Long> {

    Step save(Step step);

    List<Step> findByApplicationOrderById(long application);
}
