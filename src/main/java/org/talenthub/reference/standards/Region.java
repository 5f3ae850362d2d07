package org.talenthub.reference.standards;

import java.util.List;

/**
 * One administrative division of Hubei.
 *
 * @param code GB/T 2260, six digits
 * @param name full name (恩施土家族苗族自治州)
 * @param shortName everyday name (恩施州)
 * @param english English name
 * @param aliases other names, former ones included
 */
public record Region(String code, String name, String shortName, String english, List<String> aliases) {

    /** How high a division stands. The four of 4290xx are counties in law that the province runs like prefectures. */
    public enum Level {
        PROVINCE,
        PREFECTURE,
        COUNTY
    }

    public Region {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }

    public Level level() {
        if (code.endsWith("0000")) {
            return Level.PROVINCE;
        }
        return code.endsWith("00") || code.startsWith("4290") ? Level.PREFECTURE : Level.COUNTY;
    }
}
