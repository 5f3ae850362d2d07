package org.talenthub.records;

import jakarta.persistence.Embeddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hashes of {@link Identity.Near}: 64 bits each, since a chance hit only costs a look. */
@Embeddable
class NearKeys {

    /** The columns in the order of {@link #read}. */
    static final String COLUMNS = "alike_key, peer_key, desk_key, phone_key, head_key, tail_key";

    enum Kind {
        ALIKE,
        PEER,
        DESK,
        PHONE,
        HEAD,
        TAIL;

        String column() {
            return name().toLowerCase(Locale.ROOT) + "_key";
        }

        /** The index of records by it. */
        String index() {
            return "ix_record_" + name().toLowerCase(Locale.ROOT);
        }
    }

    @Nullable
    Long alikeKey;

    @Nullable
    Long peerKey;

    @Nullable
    Long deskKey;

    @Nullable
    Long phoneKey;

    @Nullable
    Long headKey;

    @Nullable
    Long tailKey;

    static NearKeys read(ResultSet rs, int first) throws SQLException {
        NearKeys k = new NearKeys();
        k.alikeKey = rs.getObject(first, Long.class);
        k.peerKey = rs.getObject(first + 1, Long.class);
        k.deskKey = rs.getObject(first + 2, Long.class);
        k.phoneKey = rs.getObject(first + 3, Long.class);
        k.headKey = rs.getObject(first + 4, Long.class);
        k.tailKey = rs.getObject(first + 5, Long.class);
        return k;
    }

    @Nullable
    Long get(Kind kind) {
        return switch (kind) {
            case ALIKE -> alikeKey;
            case PEER -> peerKey;
            case DESK -> deskKey;
            case PHONE -> phoneKey;
            case HEAD -> headKey;
            case TAIL -> tailKey;
        };
    }

    boolean shares(Kind kind, NearKeys other) {
        Long mine = get(kind);
        return mine != null && Objects.equals(mine, other.get(kind));
    }
}
