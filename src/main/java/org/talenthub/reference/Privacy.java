package org.talenthub.reference;

/** How protected a column is (PIPL, GB/T 35273); every column of a job description says its class and why it is kept. */
public enum Privacy {
    /** Anybody may read it, an information terminal included. */
    PUBLIC,
    /** Any logged-in user whose scope reaches the record. */
    INTERNAL,
    /** Identifies or describes a person: only those who see the person in full, or all but contact. */
    PERSONAL,
    /** Document number, phone, e-mail: sealed at rest, shown masked, never in Elasticsearch, logs or addresses. */
    SENSITIVE
}
