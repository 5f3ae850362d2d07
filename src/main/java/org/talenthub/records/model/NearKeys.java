package org.talenthub.records.model;

import jakarta.persistence.Embeddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.Identity;

/** Hashes of {@link Identity.Near}: 64 bits each, since a chance hit only costs a look. */
@Embeddable
public class NearKeys {

    /** The columns in the order of {@link #read}. */
    public static final String COLUMNS = "alike_key, peer_key, desk_key, phone_key, head_key, tail_key";

    public enum Kind {
        ALIKE,
        PEER,
        DESK,
        PHONE,
        HEAD,
        TAIL;

        public String column() {
            return name().toLowerCase(Locale.ROOT) + "_key";
        }
    }

    @Nullable
    public Long alikeKey;

    @Nullable
    public Long peerKey;

    @Nullable
    public Long deskKey;

    @Nullable
    public Long phoneKey;

    @Nullable
    public Long headKey;

    @Nullable
    public Long tailKey;

    public static NearKeys read(ResultSet rs, int first) throws SQLException {
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
    public Long get(Kind kind) {
        return switch (kind) {
            case ALIKE -> alikeKey;
            case PEER -> peerKey;
            case DESK -> deskKey;
            case PHONE -> phoneKey;
            case HEAD -> headKey;
            case TAIL -> tailKey;
        };
    }

    public boolean shares(Kind kind, NearKeys other) {
        Long mine = get(kind);
        return mine != null && Objects.equals(mine, other.get(kind));
    }
}
