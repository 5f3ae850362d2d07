package org.talenthub.records;

import java.util.Map;
import org.talenthub.common.Fields;

/** What a feed's module tells the mechanism about its records; one bean per feed. */
public interface RecordType {

    /** The feed's name, which is also the record type: {@code talent}. */
    String feed();

    /**
     * @param sealed the row's sensitive values in the clear, by field
     */
    Identity identify(Fields values, Map<String, String> sealed, Reporter reporter);

    /** @param reporter the newest reporter of the record */
    Headline headline(Fields values, Reporter reporter);
}
