package org.talenthub.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Facts;
import org.talenthub.common.Fields;

/**
 * A record as it stands, for the index and for rules of access; without sensitive values.
 *
 * @param live false once no live report is behind it: it exists only for its version
 * @param region GB/T 2260 code, as exact as known
 * @param area name of the base an enterprise lies in
 * @param carrier record id of the newest reporting carrier
 * @param reporters keys of the reporters with live reports
 * @param confirmedOn day or month, ISO
 * @param agreed of a record of several reporters, each carrier's key with the fields of which the record holds what that one says
 */
public record RecordSnapshot(
        long id,
        String type,
        @Nullable String subtype,
        boolean live,
        long version,
        String name,
        @Nullable String region,
        @Nullable String enterpriseCode,
        @Nullable String enterpriseName,
        @Nullable String area,
        @Nullable Long carrier,
        Set<String> reporters,
        Fields fields,
        @Nullable String confirmedOn,
        Instant createdAt,
        Instant updatedAt,
        Map<String, List<String>> agreed)
        implements Facts {

    @Override
    public Optional<String> validUntil() {
        return fields.text("validUntil");
    }

    /** The same record as somebody may be told of it. */
    public RecordSnapshot told(
            String name, @Nullable String enterpriseName, @Nullable String enterpriseCode, Fields fields) {
        return new RecordSnapshot(
                id,
                type,
                subtype,
                live,
                version,
                name,
                region,
                enterpriseCode,
                enterpriseName,
                area,
                carrier,
                reporters,
                fields,
                confirmedOn,
                createdAt,
                updatedAt,
                agreed);
    }
}
