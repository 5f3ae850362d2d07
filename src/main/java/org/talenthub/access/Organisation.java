package org.talenthub.access;

import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/**
 * The key that says whose something is: reports and batches, and what people share. All accounts with the same eyes have the same one:
 * {@code province}, {@code region:420100}, {@code carrier:0H…}; whoever belongs to none is alone: {@code account:0H…}.
 */
public final class Organisation {

    public static final String PROVINCE = "province";

    /** What the key of a carrier begins with. */
    public static final String CARRIER = "carrier:";

    private static final String REGION = "region:";
    private static final String ACCOUNT = "account:";

    private Organisation() {}

    public static String of(Viewer v) {
        return switch (v.role()) {
            case PROVINCE -> PROVINCE;
            case CITY -> v.region() == null ? alone(v.account()) : ofRegion(v.region());
            // an account whose carrier is not known yet speaks for nobody
            case BASE, STATION -> v.carrier() == null ? alone(v.account()) : ofCarrier(v.carrier());
            case MATCHMAKER, ADMIN, SECURITY, AUDITOR, ANONYMOUS -> alone(v.account());
        };
    }

    public static String ofCarrier(long record) {
        return CARRIER + Ids.text(record);
    }

    public static String ofRegion(String code) {
        return REGION + code;
    }

    /** Of somebody by himself. */
    public static String alone(long account) {
        return ACCOUNT + Ids.text(account);
    }

    /** The region of a city's department; null for everybody else. */
    public static @Nullable String regionOf(String key) {
        return key.startsWith(REGION) ? key.substring(REGION.length()) : null;
    }

    /** The record of a carrier; null for everybody else. */
    public static @Nullable Long carrierOf(String key) {
        return key.startsWith(CARRIER)
                ? Ids.parse(key.substring(CARRIER.length())).orElse(null)
                : null;
    }

    /**
     * The eyes of those who report under this key; a base's and a station's reports are one to the rules.
     *
     * @param username of whoever speaks for it
     * @param name what the organisation is called
     */
    public static Viewer speaker(String key, String username, String name) {
        String region = regionOf(key);
        Long carrier = carrierOf(key);
        Role role = key.equals(PROVINCE)
                ? Role.PROVINCE
                : region != null ? Role.CITY : carrier != null ? Role.STATION : Role.ANONYMOUS;
        return new Viewer(0, username, name, role, region, carrier, carrier == null ? null : name);
    }
}
