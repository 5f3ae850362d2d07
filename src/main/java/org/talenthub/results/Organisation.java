package org.talenthub.results;

import org.talenthub.common.Ids;
import org.talenthub.security.Viewer;

/** Whom something belongs to that is shared: all accounts with the same eyes. */
public final class Organisation {

    private Organisation() {}

    /** {@code province}, {@code region:420100}, {@code carrier:0H…}; whoever belongs to none is alone: {@code account:0H…}. */
    public static String of(Viewer v) {
        return switch (v.role()) {
            case PROVINCE -> "province";
            case CITY -> "region:" + v.region();
            case BASE, STATION ->
                v.carrier() == null ? "account:" + Ids.text(v.account()) : "carrier:" + Ids.text(v.carrier());
            case MATCHMAKER, ADMIN, ANONYMOUS -> "account:" + Ids.text(v.account());
        };
    }
}
