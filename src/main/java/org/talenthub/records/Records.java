package org.talenthub.records;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.talenthub.security.Viewer;

/** The pool's records, read. */
public interface Records {

    /** The records as they stand, gone ones too, by id; unknown ids are absent. */
    Map<Long, RecordSnapshot> snapshots(Collection<Long> ids);

    /** The next live records of a type in id order, to walk the whole pool with. */
    List<RecordSnapshot> after(String type, long afterId, int limit);

    /** The next records of a type, gone ones too, that changed since then, by id. */
    List<Long> changedSince(String type, Instant since, long afterId, int limit);

    /** How many records of a type, gone ones too, changed since then. */
    long countChangedSince(String type, Instant since);

    /** When each of these records was first reported; unknown ids are absent. */
    Map<Long, Instant> created(Collection<Long> ids);

    /** The names of those of these records that are of a subtype, by id; unknown ids are absent. */
    Map<Long, String> names(Collection<Long> ids, String subtype);

    /** How many live records of a type there are. */
    long count(String type);

    /** The records as the viewer may see them, in the order asked; what does not exist for the viewer is left out. */
    Map<Long, RecordView> views(Collection<Long> ids, Viewer viewer);

    /**
     * A sensitive value as it is, of a record that the viewer sees in full: of one that several reported, what he himself said. Empty when
     * there is none. Whether he may, and the trace it leaves, is the caller's.
     */
    Optional<String> secret(long id, String field, Viewer viewer);

    /** The record that a gone one was found to be, if it was. */
    Optional<Long> partOf(long id);

    Optional<RecordView> view(long id, Viewer viewer);

    /** A live record by its id, credit code or exact name. */
    Optional<RecordSnapshot> find(String type, String idOrCodeOrName);

    /** What an organisation's record is and was called by those who reported it. */
    List<String> namesOf(long id);

    /** Every live record of the type with that id, credit code or exact name. */
    List<RecordSnapshot> matching(String type, String idOrCodeOrName);
}
