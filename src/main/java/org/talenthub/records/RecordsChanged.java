package org.talenthub.records;

/** Published inside the transaction that changed records of this type; the index follows after the commit. */
public record RecordsChanged(String type, int records) {}
