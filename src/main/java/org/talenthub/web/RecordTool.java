package org.talenthub.web;

import java.util.Optional;
import org.talenthub.security.Viewer;

/** What a module offers on the page of a record. May fail, as when an engine is away: then it is left out. */
public interface RecordTool {

    /**
     * @param type of the record
     * @param id 13 characters
     */
    Optional<Tool> of(String type, String id, Viewer viewer);

    /**
     * A button that leads somewhere.
     *
     * @param danger whether what is done there cannot be taken back; stands apart
     */
    record Tool(String label, String href, boolean danger) {

        public Tool(String label, String href) {
            this(label, href, false);
        }
    }
}
