package org.talenthub.indexing.indices;

import java.util.Map;
import org.talenthub.records.RecordSnapshot;

/** How the records of one type become documents; one bean per type. */
public interface DocumentSource {

    /** The record type: {@code talent}. */
    String type();

    /** The index without prefix and number, also the name of its file under {@code index-mappings/}: {@code talents}. */
    String index();

    /** Field to value, for every field of the mapping that the record has; never a sensitive value. */
    Map<String, Object> document(RecordSnapshot record);
}
