package org.talenthub.assessment.life;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All assessments of all years. */
interface Assessments extends Repository<Assessment, Long> {

    Assessment save(Assessment assessment);

    Optional<Assessment> findByYearAndCarrier(int year, long carrier);

    List<Assessment> findByYear(int year);

    List<Assessment> findByCarrierOrderByYear(long carrier);

    List<Assessment> findByState(CarrierLife.State state);
}
