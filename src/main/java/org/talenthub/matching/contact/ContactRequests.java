package org.talenthub.matching.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The requests for contact. */
interface ContactRequests extends Repository<ContactRequest, Long> {

    Optional<ContactRequest> findFirstByDemandAndTalentAndAskerOrderByIdDesc(long demand, long talent, String asker);

    List<ContactRequest> findAllByDemandAndTalentOrderById(long demand, long talent);

    List<ContactRequest> findTop200ByStateAndAskedAtBeforeOrderById(ContactState state, Instant before);

    List<ContactRequest> findTop100ByOwnerAndStateOrderById(String owner, ContactState state);

    /** At once, so that what counts requests counts this one. */
    ContactRequest saveAndFlush(ContactRequest request);
}
