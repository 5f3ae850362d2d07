package org.talenthub.operations.backup;

import java.util.List;

/**
 * What a backup says of itself, {@code manifest.json} in it.
 *
 * @param format of the file; a hub reads its own and earlier ones
 * @param schema the newest migration of the database
 * @param takenAt ISO 8601, UTC
 * @param fingerprint of the key that it was sealed with, which is needed to restore it and is not in it
 * @param demo whether it is that of a demo hub
 */
record Manifest(int format, int schema, String takenAt, String fingerprint, boolean demo, List<Table> tables) {

    static final int FORMAT = 1;

    static final String NAME = "manifest.json";

    /** @param sha256 of the table's entry, unpacked */
    record Table(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name;
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
