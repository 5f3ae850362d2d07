package org.talenthub.services;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All service needs. */
interface ServiceNeeds extends Repository<ServiceNeed, Long> {

    ServiceNeed save(ServiceNeed need);

    Optional<ServiceNeed> findById(long id);

    List<ServiceNeed> findByCarrierOrderByIdDesc(long carrier);

    boolean existsByCarrierAndTalentAndNeed(long carrier, long talent, String need);
}
