package org.talenthub.editions.ranking;

import org.talenthub.editions.model.Figures;
import org.talenthub.editions.needs.Cluster;
import org.talenthub.editions.urgency.Bands.Standing;
import org.talenthub.search.SearchQuery;

/**
 * A need with its index and its place among all.
 *
 * @param skilled people of the industry with the skills, fit or not
 * @param fit the search behind the supply
 */
public record Ranked(Cluster cluster, Figures figures, Standing standing, long skilled, SearchQuery fit) {

    public long id() {
        return cluster.id();
    }
}
