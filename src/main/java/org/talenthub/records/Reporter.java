package org.talenthub.records;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.security.Viewer;

/**
 * The organisation behind a report; reports of one organisation about one record replace one another.
 *
 * @param key {@code carrier:<id text>}, {@code region:420100} or {@code province}
 * @param carrier the reporting carrier's record id, null for a department
 * @param region where the reporter sits, GB/T 2260; used when a row names no place
 */
public record Reporter(
        String key,
        String name,
        @Nullable Long carrier,
        @Nullable String region) {

    private static final String CARRIER = "carrier:";
    private static final String REGION = "region:";
    private static final String PROVINCE = "province";

    public static Reporter carrier(long id, String name, @Nullable String region) {
        return new Reporter(CARRIER + Ids.text(id), name, id, region);
    }

    public static Reporter department(@Nullable String region, String name) {
        return new Reporter(region == null ? PROVINCE : REGION + region, name, null, region);
    }

    /** The key under which what this viewer's own organisation reported is filed. */
    public static String keyOf(Viewer v) {
        return v.carrier() != null
                ? CARRIER + Ids.text(v.carrier())
                : v.region() != null ? REGION + v.region() : PROVINCE;
    }

    /** The region of a city's department; null for a carrier and for the province. */
    public static @Nullable String regionOf(String key) {
        return key.startsWith(REGION) ? key.substring(REGION.length()) : null;
    }

    /** The keys of a record's reporters, as they are kept in one column. */
    public static Set<String> keys(String kept) {
        return kept.isEmpty() ? Set.of() : Set.copyOf(List.of(kept.split(" ")));
    }

    public static boolean isProvince(String key) {
        return key.equals(PROVINCE);
    }

    public static boolean isDepartment(String key) {
        return !key.startsWith(CARRIER);
    }

    public static @Nullable Long carrierOf(String key) {
        return key.startsWith(CARRIER)
                ? Ids.parse(key.substring(CARRIER.length())).orElse(null)
                : null;
    }
}
