package org.talenthub.lifecycle.model;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All invitations to fill an application in. */
public interface FormInvitations extends Repository<FormInvitation, Long> {

    FormInvitation save(FormInvitation invitation);

    Optional<FormInvitation> findById(long application);

    Optional<FormInvitation> findByToken(String token);
}
