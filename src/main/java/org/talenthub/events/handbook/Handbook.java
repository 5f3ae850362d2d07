package org.talenthub.events.handbook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.Programme;

/**
 * What one handbook (对接手册) says, already cut to what its reader may know: a writer prints all of it and nothing else.
 *
 * @param kind name of the kind in the language of the request
 * @param from day or minute, ISO
 * @param version of the plan, on every page
 * @param reader whose it is, for the watermark: the person's badge, the enterprise, the organiser
 * @param people whom the reader is told of; those of the meetings
 */
public record Handbook(
        String event,
        String name,
        String kind,
        String from,
        String to,
        String place,
        String summary,
        int version,
        Instant printed,
        Audience audience,
        String reader,
        Programme programme,
        List<EventSlot> slots,
        List<Company> companies,
        List<Person> people,
        List<Talk> talks) {

    /** Who reads it. */
    public enum Audience {
        PERSON,
        ENTERPRISE,
        ORGANISER
    }

    /**
     * An enterprise.
     *
     * @param participant id, by which talks name it
     * @param badge E001
     * @param about what it does, a few lines
     * @param tables in the hall
     */
    public record Company(
            String participant,
            String badge,
            String name,
            String about,
            List<Post> posts,
            List<Integer> tables,
            String recruiters) {}

    /** @param conditions in words, one a line */
    public record Post(String id, String name, String heads, List<String> conditions) {}

    /**
     * A person.
     *
     * @param badge T001
     * @param name as the reader may know it
     * @param phone null for who may not know it
     * @param facts in words, one a line
     */
    public record Person(
            String participant, String badge, String name, @Nullable String phone, List<String> facts) {}

    /** @param slot number of the slot */
    public record Talk(String company, String person, List<String> posts, int slot, int table) {}
}
