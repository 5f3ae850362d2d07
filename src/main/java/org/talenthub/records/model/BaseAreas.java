package org.talenthub.records.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Areas;
import org.talenthub.access.Extent;
import org.talenthub.common.work.Once;

/** The areas of bases, as the directory has them now. */
@Component
class BaseAreas implements Areas {

    private final JdbcClient jdbc;

    BaseAreas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Extent.OfEnterprises enterprisesOf(String base) {
        return Once.of("area", base, () -> read(base));
    }

    private Extent.OfEnterprises read(String base) {
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        List<String[]> found = jdbc.sql(
                        "select enterprise_code, name from pool_record where type = 'enterprise' and area = ? and state = 'LIVE'")
                .param(base)
                .query((rs, i) -> new String[] {rs.getString(1), rs.getString(2)})
                .list();
        found.forEach(f -> {
            if (f[0] != null) {
                codes.add(f[0]);
            }
            names.add(f[1]);
        });
        return new Extent.OfEnterprises(codes, names);
    }
}
