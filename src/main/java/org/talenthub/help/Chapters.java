package org.talenthub.help;

import java.util.List;
import org.talenthub.security.Role;

/** Which chapter of which guide tells of a page: the first line whose beginning is the page's. */
public final class Chapters {

    private static final String HOME = "official#search";

    private static final List<Chapter> ALL = List.of(
            new Chapter("/imports/new", "clerk#report"),
            new Chapter("/imports", "clerk#check"),
            new Chapter("/reporting", "clerk#due"),
            new Chapter("/login", "clerk#account"),
            new Chapter("/invitation", "clerk#account"),
            new Chapter("/account", "clerk#account"),
            new Chapter("/talents/{id}/access-log", "official#contact"),
            new Chapter("/talents/{id}/erase", "official#erase"),
            new Chapter("/talents/{id}/needs", "official#match"),
            new Chapter("/demands/{id}/candidates", "official#match"),
            new Chapter("/{kind}/{id}/ring", "official#chains"),
            new Chapter("/{kind}/{id}/story", "official#chains"),
            new Chapter("/talents", "official#record"),
            new Chapter("/demands", "official#record"),
            new Chapter("/enterprises", "official#record"),
            new Chapter("/bases", "official#record"),
            new Chapter("/stations", "official#record"),
            new Chapter("/platforms", "official#record"),
            new Chapter("/compare", "official#search"),
            new Chapter("/search", "official#search"),
            new Chapter("/exports", "official#results"),
            new Chapter("/saved", "official#results"),
            new Chapter("/lists", "official#results"),
            new Chapter("/matches", "official#match"),
            new Chapter("/placements", "official#match"),
            new Chapter("/suspects", "official#one-person"),
            new Chapter("/disputes", "official#record"),
            new Chapter("/key-list", "official#key-list"),
            new Chapter("/carriers", "official#carriers"),
            new Chapter("/calls", "official#carriers"),
            new Chapter("/applications", "official#carriers"),
            new Chapter("/invited-applications", "official#carriers"),
            new Chapter("/assessments", "official#carriers"),
            new Chapter("/service-needs", "official#carriers"),
            new Chapter("/typical-cases", "official#carriers"),
            new Chapter("/boards", "official#boards"),
            new Chapter("/chains", "official#chains"),
            new Chapter("/regions", "official#chains"),
            new Chapter("/events/{id}/people", "matchmaker#people"),
            new Chapter("/events/{id}/plan", "matchmaker#plan"),
            new Chapter("/events/{id}/check-in", "matchmaker#day"),
            new Chapter("/events/{id}/board", "matchmaker#day"),
            new Chapter("/events/{id}/outcomes", "matchmaker#day"),
            new Chapter("/events", "matchmaker#event"),
            new Chapter("/event-answers", "matchmaker#people"),
            new Chapter("/event-feedback", "matchmaker#day"),
            new Chapter("/admin/accounts", "operations#accounts"),
            new Chapter("/admin/organisations", "operations#accounts"),
            new Chapter("/admin/audit", "operations#trail"),
            new Chapter("/admin", "operations#indices"));

    private Chapters() {}

    private record Chapter(String pages, String place) {

        /** Part by part, {@code {id}} and what else is in braces standing for any. */
        boolean tellsOf(String[] path) {
            String[] own = pages.split("/", -1);
            if (path.length < own.length) {
                return false;
            }
            for (int i = 0; i < own.length; i++) {
                if (!own[i].startsWith("{") && !own[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The address of the chapter, {@code /help/official#search}; of pages that none is named for, where whoever looks begins. */
    public static String of(String path, Role viewer) {
        String[] parts = path.split("/", -1);
        return "/help/"
                + ALL.stream()
                        .filter(c -> c.tellsOf(parts))
                        .map(Chapter::place)
                        .findFirst()
                        .orElseGet(() -> beginning(viewer));
    }

    private static String beginning(Role viewer) {
        return switch (viewer) {
            case STATION, BASE -> "clerk#report";
            case MATCHMAKER -> "matchmaker#event";
            case ADMIN, SECURITY -> "operations#accounts";
            case AUDITOR -> "operations#trail";
            default -> HOME;
        };
    }

    /** Every place that a page leads to. */
    static List<String> places() {
        return ALL.stream().map(Chapter::place).distinct().toList();
    }
}
