package org.talenthub.events.handbook;

import java.util.List;

/**
 * All that a handbook may tell, before it is known for whom: who reads what is decided by {@link Pages} alone. Times are local minutes,
 * ISO ({@code 2026-12-05T09:00}); what is not known is empty.
 */
public record Handbook(
        Cover cover,
        List<Item> agenda,
        List<Route> routes,
        List<Company> companies,
        List<Person> people,
        List<Talk> talks,
        Texts texts) {

    public Handbook {
        agenda = List.copyOf(agenda);
        routes = List.copyOf(routes);
        companies = List.copyOf(companies);
        people = List.copyOf(people);
        talks = List.copyOf(talks);
    }

    /**
     * What stands in front.
     *
     * @param kind 引才专列 and so on, as it is shown
     * @param organiser who holds the event
     * @param version of the plan, counted from 1; stands on every page
     * @param printed the day it was made
     */
    public record Cover(
            String event,
            String title,
            String kind,
            String from,
            String to,
            String place,
            String organiser,
            int version,
            String printed) {}

    /** @param kind as it is shown; empty for none */
    public record Item(String from, String to, String kind, String title, String place) {}

    /** @param seats of the bus, 0 when not known */
    public record Route(String name, String from, List<String> stops, int seats, String guide) {
        public Route {
            stops = List.copyOf(stops);
        }
    }

    /**
     * An enterprise.
     *
     * @param badge E012
     * @param posts what it looks for, one line each
     * @param recruiters who sits at its desks
     * @param phone of them; told only to whom they meet
     */
    public record Company(
            String id,
            String badge,
            String name,
            String intro,
            List<String> posts,
            int desks,
            String recruiters,
            String phone) {
        public Company {
            posts = List.copyOf(posts);
        }
    }

    /**
     * A person.
     *
     * @param badge T003
     * @param name as he is called; told to himself and the organiser, to others only with his consent
     * @param discreet what the others read without it: 张先生
     * @param consent that whom he meets may know his name and phone
     * @param about post, employer, degree: one line
     * @param skills in a few words
     * @param stay lodging, meals, arrival: told to himself and the organiser
     * @param door address at which he is checked in; stands on his own page as a code
     */
    public record Person(
            String id,
            String badge,
            String name,
            String discreet,
            boolean consent,
            String about,
            String skills,
            String phone,
            String stay,
            String door) {}

    /**
     * A meeting.
     *
     * @param person id of who goes there
     * @param company id of who sits there
     * @param table counted from 1 within the enterprise
     * @param posts what they talk about
     */
    public record Talk(
            String id, String person, String company, String from, String to, int table, List<String> posts) {
        public Talk {
            posts = List.copyOf(posts);
        }
    }

    /**
     * Plain texts, a paragraph a line; empty ones have no page.
     *
     * @param answer address of the feedback form; stands beside the paper one as a code
     */
    public record Texts(String policy, String feedback, String emergency, String answer) {}
}
