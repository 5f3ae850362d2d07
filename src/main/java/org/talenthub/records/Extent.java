package org.talenthub.records;

import java.util.Set;

/** The set of records that a rule of access speaks of; decided on a record in memory and, the same, as a filter of a query. */
public sealed interface Extent {

    record Everything() implements Extent {}

    record Nothing() implements Extent {}

    /** @param region prefecture code; a record whose region lies in it */
    record InRegion(String region) implements Extent {}

    /** @param reporter key of the {@link Reporter} with a live report behind the record */
    record ReportedBy(String reporter) implements Extent {}

    /** Records that belong to one of these enterprises, by credit code or exact name. */
    record OfEnterprises(Set<String> codes, Set<String> names) implements Extent {}

    /** Demands that are still open. */
    record Open() implements Extent {}
}
