package org.talenthub.lifecycle.model;

import java.util.List;
import org.springframework.data.repository.Repository;

/** All reviews. */
public interface ReviewBook extends Repository<Review, Long> {

    Review save(Review review);

    List<Review> findByApplicationOrderById(long application);

    boolean existsByApplicationAndExpert(long application, String expert);
}
