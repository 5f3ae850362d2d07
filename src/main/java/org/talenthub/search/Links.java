package org.talenthub.search;

import java.util.List;
import java.util.Optional;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordView;
import org.talenthub.security.Viewer;

/** What a record is connected with: typed, counted, and each number the total of a search that one can go on with. */
public interface Links {

    /**
     * One kind of connection.
     *
     * @param rel employer, station, base, colleagues, talents, demands, enterprises, stations, platforms, enterprise, host, industry,
     *     region, candidates, sameDemands, skilled or sameSkill
     * @param label for the screen
     * @param query of the search that finds exactly {@code total}
     * @param items the first five, as the viewer may see them
     */
    record Group(String rel, String label, Kind kind, long total, SearchQuery query, List<RecordView> items) {}

    /** @param others what was asked beside them, in its order */
    record Around(List<Group> groups, List<Searches.Sample> others) {}

    /**
     * The neighbours of a record; connections that lead nowhere and kinds that do not exist for the viewer are left out.
     *
     * @throws Problem 404 when the record does not exist for the viewer
     */
    List<Group> of(Kind kind, String id, Viewer viewer);

    /**
     * The same for a page, with the first few of other queries and the numbers of its frame; all in one round trip.
     *
     * @param others of kinds that the viewer may search
     */
    Around ofPage(Kind kind, String id, List<SearchQuery> others, Viewer viewer);

    /** The same with so many items of each kind of connection. */
    List<Group> ofPage(Kind kind, String id, int shown, Viewer viewer);

    /**
     * A record of this kind as the viewer may see it.
     *
     * @throws Problem 404 when there is none for the viewer
     */
    RecordView view(Kind kind, String id, Viewer viewer);

    /** Where a record went that was found to be another; empty when it went nowhere, or to what does not exist for the viewer. */
    Optional<String> movedTo(Kind kind, String id, Viewer viewer);
}
