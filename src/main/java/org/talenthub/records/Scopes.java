package org.talenthub.records;

import static org.talenthub.records.Visibility.ANONYMISED;
import static org.talenthub.records.Visibility.FULL;
import static org.talenthub.records.Visibility.NONE;
import static org.talenthub.records.Visibility.NO_CONTACT;
import static org.talenthub.records.Visibility.PUBLIC;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.records.merge.Derivation;
import org.talenthub.security.Viewer;

/** The one place that says who sees what: the table “who may do what” of the contract. */
@Component
public class Scopes {

    /** The hub's day: demands lapse at midnight in Hubei. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Derivation derivation;

    Scopes(JdbcClient jdbc, Derivation derivation) {
        this.jdbc = jdbc;
        this.derivation = derivation;
    }

    public Scope of(String type, Viewer v) {
        return switch (derivation.type(type).rule()) {
            case PERSON -> person(v);
            case DEMAND -> demand(v);
            case DIRECTORY -> Scope.all(v.anonymous() ? PUBLIC : FULL);
        };
    }

    private Scope person(Viewer v) {
        return switch (v.role()) {
            case PROVINCE -> Scope.all(FULL);
            case CITY -> new Scope(new Extent.InRegion(region(v)), FULL, NO_CONTACT);
            case BASE ->
                new Scope(new Extent.AnyOf(List.of(area(v), new Extent.ReportedBy(Reporter.keyOf(v)))), FULL, NONE);
            case STATION -> new Scope(new Extent.ReportedBy(Reporter.keyOf(v)), FULL, ANONYMISED);
            case MATCHMAKER, ADMIN, ANONYMOUS -> Scope.none();
        };
    }

    private Scope demand(Viewer v) {
        return switch (v.role()) {
            case PROVINCE -> Scope.all(FULL);
            case CITY -> new Scope(new Extent.InRegion(region(v)), FULL, PUBLIC);
            case BASE -> new Scope(area(v), FULL, PUBLIC);
            case STATION -> new Scope(new Extent.ReportedBy(Reporter.keyOf(v)), FULL, PUBLIC);
            case MATCHMAKER -> Scope.all(NO_CONTACT);
            case ADMIN, ANONYMOUS -> new Scope(new Extent.Open(LocalDate.now(ZONE)), PUBLIC, NONE);
        };
    }

    private static String region(Viewer v) {
        return Objects.requireNonNull(v.region(), "a CITY account has a region");
    }

    /** The enterprises of the viewer's base; nothing while the account is bound to none. */
    private Extent area(Viewer v) {
        return v.carrierName() == null ? new Extent.Nothing() : enterprisesOf(v.carrierName());
    }

    /** The enterprises that name this base as theirs (所在基地). */
    public Extent.OfEnterprises enterprisesOf(String base) {
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
