package org.talenthub.records.views;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.security.sealing.Sealing;

/** How a person can be reached, opened for who was allowed to ask by the reporting organisation; whoever calls records that. */
@Component
@Transactional(readOnly = true)
public class SealedContacts {

    private static final List<String> CONTACT = List.of("phone", "email");

    private final EntityManager em;
    private final Sealing sealing;
    private final Json json;

    SealedContacts(EntityManager em, Sealing sealing, Json json) {
        this.em = em;
        this.sealing = sealing;
        this.json = json;
    }

    /** Phone and mail as far as they are known; never a document number. */
    public Map<String, String> of(long record) {
        PoolRecord r = em.find(PoolRecord.class, record);
        Map<String, String> contacts = new LinkedHashMap<>();
        if (r != null && r.live() && r.sealed != null) {
            Map<String, String> all = json.texts(sealing.open(r.sealed));
            CONTACT.forEach(field -> {
                String value = all.get(field);
                if (value != null) {
                    contacts.put(field, value);
                }
            });
        }
        return contacts;
    }
}
