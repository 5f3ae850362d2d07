package org.talenthub.records.model;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.common.work.Once;

/** Records and the reports behind them as they are stored, each read once while a page is made. They are not to be changed. */
@Component
public class StoredRecords {

    private static final String LIVE = "select * from pool_record where type = :type and state = 'LIVE' and ";

    /** By code first: what two are called alike is told apart by it. */
    private static final String CALLED = "(" + LIVE + "enterprise_code = :value order by id limit 1) union all (" + LIVE
            + "name = :value order by id limit 1)";

    private record Called(String type, String value) {}

    private final EntityManager em;

    StoredRecords(EntityManager em) {
        this.em = em;
    }

    /** By id, gone ones too; unknown ids are absent. */
    public Map<Long, PoolRecord> records(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Once.each(
                        "record",
                        ids,
                        some -> em.createQuery("from PoolRecord where id in (:ids)", PoolRecord.class)
                                .setParameter("ids", some)
                                .getResultStream()
                                .collect(Collectors.toMap(r -> r.id, r -> r)));
    }

    /** A live record by its credit code, else by its exact name. */
    public Optional<PoolRecord> called(String type, String codeOrName) {
        return Once.of("called", new Called(type, codeOrName), () -> {
            @SuppressWarnings("unchecked")
            List<PoolRecord> found = em.createNativeQuery(CALLED, PoolRecord.class)
                    .setParameter("type", type)
                    .setParameter("value", codeOrName)
                    .getResultList();
            return found.stream()
                    .filter(r -> codeOrName.equalsIgnoreCase(r.enterpriseCode))
                    .findFirst()
                    .or(() -> found.stream().findFirst());
        });
    }

    /** The live reports of records; none of one that has none. */
    public Map<Long, List<Report>> live(Collection<Long> records) {
        return records.isEmpty()
                ? Map.of()
                : Once.each(
                        "live",
                        records,
                        some -> em.createQuery("from Report where recordId in (:ids) and state = :live", Report.class)
                                .setParameter("ids", some)
                                .setParameter("live", Report.State.LIVE)
                                .getResultStream()
                                .collect(Collectors.groupingBy(r -> Objects.requireNonNull(r.recordId))));
    }

    /** What reporters of a record say or said, replaced reports included. */
    public List<Report> told(long record) {
        return Once.of(
                "told",
                record,
                () -> em.createQuery("from Report where recordId = :id and state in (:told)", Report.class)
                        .setParameter("id", record)
                        .setParameter("told", List.of(Report.State.LIVE, Report.State.SAME, Report.State.REPLACED))
                        .getResultList());
    }
}
