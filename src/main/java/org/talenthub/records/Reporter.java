package org.talenthub.records;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Organisation;

/**
 * The organisation behind a report; reports of one organisation about one record replace one another.
 *
 * @param key of an {@link Organisation}: {@code carrier:0H…}, {@code region:420100} or {@code province}
 * @param carrier the reporting carrier's record id, null for a department
 * @param region where the reporter sits, GB/T 2260; used when a row names no place
 */
public record Reporter(
        String key,
        String name,
        @Nullable Long carrier,
        @Nullable String region) {

    public static Reporter carrier(long id, String name, @Nullable String region) {
        return new Reporter(Organisation.ofCarrier(id), name, id, region);
    }

    public static Reporter department(@Nullable String region, String name) {
        return new Reporter(region == null ? Organisation.PROVINCE : Organisation.ofRegion(region), name, null, region);
    }

    /** The keys of a record's reporters, as they are kept in one column. */
    public static Set<String> keys(String kept) {
        return kept.isEmpty() ? Set.of() : Set.copyOf(List.of(kept.split(" ")));
    }

    public static boolean isProvince(String key) {
        return key.equals(Organisation.PROVINCE);
    }

    public static boolean isDepartment(String key) {
        return isProvince(key) || Organisation.regionOf(key) != null;
    }
}
