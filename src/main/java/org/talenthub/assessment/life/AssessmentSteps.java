package org.talenthub.assessment.life;

import java.util.List;
import org.springframework.data.repository.Repository;

/** All steps of all assessments. */
interface AssessmentSteps extends Repository<AssessmentStep, Long> {

    AssessmentStep save(AssessmentStep step);

    List<AssessmentStep> findByAssessmentOrderById(long assessment);
}
