package org.talenthub.events.plans;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All versions of all plans. */
interface EventPlans extends Repository<EventPlan, Long> {

    EventPlan save(EventPlan plan);

    Optional<EventPlan> findById(long id);

    Optional<EventPlan> findByEventAndNumber(long event, int number);

    Optional<EventPlan> findFirstByEventOrderByNumberDesc(long event);

    Optional<EventPlan> findFirstByEventAndStateNotOrderByNumberDesc(long event, EventPlan.State state);

    List<EventPlan> findByEventAndState(long event, EventPlan.State state);

    Optional<EventPlan> findFirstByStateOrderById(EventPlan.State state);
}
