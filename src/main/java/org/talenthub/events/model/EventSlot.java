package org.talenthub.events.model;

/**
 * A time in which meetings take place.
 *
 * @param n its number, which no other slot of the event ever gets
 * @param from local minute, ISO: 2026-12-05T09:00
 * @param to the same
 */
public record EventSlot(int n, String from, String to) {

    public String day() {
        return from.substring(0, 10);
    }

    /** 09:00. */
    public String begins() {
        return from.substring(11);
    }

    public String ends() {
        return to.substring(11);
    }
}
