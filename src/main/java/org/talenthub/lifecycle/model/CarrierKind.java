package org.talenthub.lifecycle.model;

/** What is applied for; the codes of the dictionary {@code carrier-type}. */
public enum CarrierKind {
    BASE(10),
    STATION(20);

    private final int quota;

    CarrierKind(int quota) {
        this.quota = quota;
    }

    /** How many a year the guidelines provide for, 2023 to 2027. */
    public int quota() {
        return quota;
    }
}
