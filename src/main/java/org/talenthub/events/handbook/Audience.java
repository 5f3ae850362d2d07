package org.talenthub.events.handbook;

/** For whom a handbook is made. */
public sealed interface Audience {

    /** One person who takes part. */
    record OfPerson(String id) implements Audience {}

    /** One enterprise that takes part. */
    record OfEnterprise(String id) implements Audience {}

    /** Who holds the event. */
    record OfOrganiser() implements Audience {}
}
