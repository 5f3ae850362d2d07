package org.talenthub.matching.pairs;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.matching.pairs.life.PairReason;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.security.Viewer;

/** Why pairs came to nothing, counted; each number is the total of the list narrowed to that reason. */
@Component
public class PairReasons {

    /** Pairs that came to nothing; one that is back keeps why it once did, and is none of them. */
    public static final Set<PairState> ENDED =
            EnumSet.of(PairState.DISMISSED, PairState.NOT_REFERRED, PairState.NOT_SELECTED, PairState.DECLINED);

    private final JdbcClient jdbc;
    private final Parties parties;

    PairReasons(JdbcClient jdbc, Parties parties) {
        this.jdbc = jdbc;
        this.parties = parties;
    }

    /** The most frequent first. */
    public Map<PairReason, Long> count(boolean ownDemands, Viewer viewer) {
        Parties.Where mine = ownDemands ? parties.ofDemands(viewer) : parties.of(viewer);
        Map<PairReason, Long> counted = new LinkedHashMap<>();
        jdbc.sql("select p.reason, count(*)" + PairBook.LIVE + "p.reason is not null and p.state in (:ended) and "
                        + mine.sql() + " group by p.reason order by 2 desc, 1")
                .params(mine.parameters())
                .param("ended", ENDED.stream().map(Enum::name).toList())
                .query(rs -> {
                    long n = rs.getLong(2);
                    PairReason.of(rs.getString(1)).ifPresent(r -> counted.put(r, n));
                });
        return counted;
    }
}
