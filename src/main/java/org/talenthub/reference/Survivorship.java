package org.talenthub.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Yaml;

/** Which of several reports each field is taken from, as {@code batch-jobs/survivorship.yml} says; that file is what officials read. */
public final class Survivorship {

    static final String PATH = "batch-jobs/survivorship.yml";

    /** What reports are compared by; each puts the better report first. */
    public enum Criterion {
        /** Reported by a department, or proved by a document number whose check passed. */
        VERIFIED,
        /** Reported by the province. */
        PROVINCE,
        /** Reported by the enterprise's own station, then by its base; of a directory by the department of its region. */
        OWN,
        /** Confirmed last (信息确认日期). */
        CONFIRMED,
        /** Reported last. */
        REPORTED
    }

    /** Fields that follow an order of their own, and why, in Chinese. */
    public record Exemption(List<String> fields, List<Criterion> order, String why) {}

    /**
     * The rules of one feed.
     *
     * @param together groups of fields that only make sense together: taken from one report, named by the first of them
     * @param notCompared fields that every reporter words differently, which is no disagreement
     */
    public record Rules(
            List<Criterion> order, List<Exemption> except, List<List<String>> together, List<String> notCompared) {

        public Rules {
            order = List.copyOf(order);
            except = except == null ? List.of() : List.copyOf(except);
            together = together == null ? List.of() : List.copyOf(together);
            notCompared = notCompared == null ? List.of() : List.copyOf(notCompared);
        }

        /** The name of the group that a field is taken with; its own when it stands alone. */
        public String unit(String field) {
            return members(field).getFirst();
        }

        /** The fields that are taken together with this one, itself included. */
        public List<String> members(String field) {
            for (List<String> group : together) {
                if (group.contains(field)) {
                    return group;
                }
            }
            return List.of(field);
        }

        /** What decides between reports of this field, in this order. */
        public List<Criterion> order(String field) {
            String unit = unit(field);
            return except.stream()
                    .filter(e -> e.fields().contains(unit))
                    .map(Exemption::order)
                    .findFirst()
                    .orElse(order);
        }

        public boolean compared(String field) {
            return !notCompared.contains(field);
        }
    }

    record File(Map<String, Rules> types) {}

    private final Map<String, Rules> byFeed;

    private Survivorship(Map<String, Rules> byFeed) {
        this.byFeed = Map.copyOf(byFeed);
    }

    /** @throws IllegalStateException with file and line when the rules are wrong */
    public static Survivorship load(Feeds feeds) {
        return check(Yaml.read(PATH, File.class), feeds);
    }

    static Survivorship check(Yaml<File> yaml, Feeds feeds) {
        Map<String, Rules> rules = new HashMap<>();
        for (Feed feed : feeds.all()) {
            Rules of = yaml.value().types().get(feed.name());
            if (of == null) {
                throw yaml.wrong("types", false, "the rules of " + feed.name() + " are missing");
            }
            String fault = fault(feed, of);
            if (fault != null) {
                throw yaml.wrong(feed.name(), false, fault);
            }
            rules.put(feed.name(), of);
        }
        return new Survivorship(rules);
    }

    private static @Nullable String fault(Feed feed, Rules rules) {
        List<String> named = new ArrayList<>(rules.notCompared());
        rules.except().forEach(e -> named.addAll(e.fields()));
        rules.together().forEach(group -> named.add(group.getFirst()));
        for (String field : named) {
            if (feed.column(field).isEmpty()) {
                return feed.name() + " has no column " + field;
            }
        }
        Set<String> grouped = new HashSet<>();
        for (List<String> group : rules.together()) {
            for (String field : group) {
                if (!grouped.add(field)) {
                    return field + " stands in two groups";
                }
            }
        }
        for (Exemption e : rules.except()) {
            if (e.why() == null || e.why().isBlank()) {
                return e.fields() + " differ without a reason";
            }
            for (String field : e.fields()) {
                if (!rules.unit(field).equals(field)) {
                    return field + " follows the first field of its group";
                }
            }
        }
        return rules.order().isEmpty() ? feed.name() + " has no order" : null;
    }

    /** @throws IllegalArgumentException when there is no such feed */
    public Rules of(String feed) {
        Rules rules = byFeed.get(feed);
        if (rules == null) {
            throw new IllegalArgumentException("no rules for the feed " + feed);
        }
        return rules;
    }
}
