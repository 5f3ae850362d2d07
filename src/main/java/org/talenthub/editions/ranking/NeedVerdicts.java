package org.talenthub.editions.ranking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.editions.needs.Verdict;
import org.talenthub.security.Viewer;

/** What officials decided about demands that are one need, or are not; remembered, so that the next list begins where they left it. */
@Component
class NeedVerdicts {

    private final JdbcClient jdbc;

    NeedVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Verdict> all() {
        return jdbc.sql("select demand_a, demand_b, same_need from need_verdict order by at, demand_a, demand_b")
                .query((rs, i) -> new Verdict(rs.getLong(1), rs.getLong(2), rs.getBoolean(3)))
                .list();
    }

    /** Every one of the first stands with, or apart from, every one of the second; what was decided about them before holds no more. */
    @Transactional
    void decide(Collection<Long> first, Collection<Long> second, boolean one, Viewer by) {
        Timestamp now = Timestamp.from(Instant.now());
        for (long a : first) {
            for (long b : second) {
                jdbc.sql("delete from need_verdict where demand_a = ? and demand_b = ?")
                        .params(Math.min(a, b), Math.max(a, b))
                        .update();
                jdbc.sql("insert into need_verdict (demand_a, demand_b, same_need, by_name, at) values (?, ?, ?, ?, ?)")
                        .params(Math.min(a, b), Math.max(a, b), one, by.displayName(), now)
                        .update();
            }
        }
    }
}
