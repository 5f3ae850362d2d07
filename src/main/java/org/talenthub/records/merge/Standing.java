package org.talenthub.records.merge;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Extent;
import org.talenthub.records.Headline;

/**
 * How a reporter stands to the things it reports, as of now.
 *
 * @param name of a carrier, else null
 * @param region where a carrier or department sits, GB/T 2260
 * @param hostCode credit code of the enterprise that a station is built in
 * @param hostName name of that enterprise
 * @param area codes and names of the enterprises in a base's area
 */
record Standing(
        @Nullable String name,
        @Nullable String region,
        boolean station,
        @Nullable String hostCode,
        @Nullable String hostName,
        Set<String> area) {

    private static final int NEXT = 1;
    private static final int OWN = 2;

    /** 2 for the thing's own station or department, 1 for the base in whose area it lies, else 0. */
    int closeness(Headline thing) {
        if (name == null) {
            return region != null && new Extent.InRegion(region).contains(thing.region()) ? OWN : 0;
        }
        if (station) {
            boolean own = (hostCode != null && thing.enterpriseCode() != null)
                    ? hostCode.equals(thing.enterpriseCode())
                    : hostName != null && hostName.equals(thing.enterpriseName());
            return own ? OWN : 0;
        }
        boolean inside = name.equals(thing.area()) || has(thing.enterpriseCode()) || has(thing.enterpriseName());
        return inside ? NEXT : 0;
    }

    private boolean has(@Nullable String enterprise) {
        return enterprise != null && area.contains(enterprise);
    }
}
