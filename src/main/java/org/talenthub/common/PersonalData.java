package org.talenthub.common;

import java.util.Set;

/**
 * What a module keeps of persons, and lets go of when one of them is erased (Personal Information Protection Law, article 47). Every module
 * that holds something of a person beside the records has one.
 */
public interface PersonalData {

    /**
     * Somebody who is to be erased.
     *
     * @param records the person's record, and those that were found to be it
     * @param reports all rows that speak of the person
     * @param batches the uploads that these rows stand in
     * @param names what the person is called in them
     */
    record Person(long record, Set<Long> records, Set<Long> reports, Set<Long> batches, Set<String> names) {}

    /** What goes, for the certificate: {@code reports}, {@code files} … */
    String kind();

    /**
     * Deletes or blanks what is kept, in the caller's transaction.
     *
     * @return how many things went
     */
    long erase(Person person);
}
