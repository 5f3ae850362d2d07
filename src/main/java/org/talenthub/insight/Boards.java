package org.talenthub.insight;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.security.Viewer;

/** The boards by their names. */
@Component
@EnableConfigurationProperties(InsightSettings.class)
public class Boards {

    /** In the order of the navigation. */
    public static final List<String> NAMES =
            List.of("overview", "chain-gaps", "regions", "demand", "tiers", "services", "stations");

    private final Overview overview;
    private final Stations stations;

    Boards(Overview overview, Stations stations) {
        this.overview = overview;
        this.stations = stations;
    }

    /** @throws Problem 404 when there is no such board */
    public Figures of(String board, Viewer viewer) {
        return switch (board) {
            case "overview" -> overview.overview(viewer);
            case "regions" -> overview.regions(viewer);
            case "demand" -> overview.demand(viewer);
            case "tiers" -> overview.tiers(viewer);
            case "services" -> overview.services(viewer);
            case "stations" -> stations.of(viewer);
            default -> throw Problem.notFound();
        };
    }
}
