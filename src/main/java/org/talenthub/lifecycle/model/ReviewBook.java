package org.talenthub.lifecycle.model;

import java.util.List;
import org.springframework.data.repository.Repository;

/** All reviews. */
public interface ReviewBook extends Repository<Review, Long> {

    Review save(Review review);

    List<Review> findByApplicationAndSupersededOrderById(long application, long superseded);

    List<Review> findByApplicationAndSupersededGreaterThanOrderById(long application, long superseded);

    boolean existsByApplicationAndExpertAndSuperseded(long application, String expert, long superseded);

    /** Those that hold. */
    default List<Review> of(Application a) {
        return findByApplicationAndSupersededOrderById(a.id(), 0);
    }

    /** Those that were reopened. */
    default List<Review> reopened(Application a) {
        return findByApplicationAndSupersededGreaterThanOrderById(a.id(), 0);
    }
}
