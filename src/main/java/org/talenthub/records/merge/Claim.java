package org.talenthub.records.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.HubTime;
import org.talenthub.records.model.Report;
import org.talenthub.reference.Survivorship.Criterion;

/**
 * One report opened: what it says and what it weighs.
 *
 * @param values every value by field, the sensitive ones in the clear: never to be kept, shown or logged as they are
 * @param secrets which of them are sensitive
 * @param closeness {@link Standing#closeness}
 */
record Claim(
        Report report,
        Map<String, Object> values,
        Set<String> secrets,
        boolean verified,
        boolean province,
        int closeness) {

    boolean says(List<String> fields) {
        return fields.stream().anyMatch(values::containsKey);
    }

    @Nullable
    Object value(String field) {
        return values.get(field);
    }

    private String confirmedOn() {
        return values.get("confirmedOn") instanceof String day ? confirmed(day, report) : "";
    }

    /** Nobody can have confirmed anything after he said so: a later date counts as the day of the report. */
    static String confirmed(String day, Report report) {
        LocalDate said = LocalDate.ofInstant(report.liveAt == null ? Instant.now() : report.liveAt, HubTime.ZONE);
        String latest = said.toString();
        return day.compareTo(latest.substring(0, Math.min(day.length(), latest.length()))) > 0 ? latest : day;
    }

    /** The better claim first; what no criterion decides, the newer report does. */
    static Comparator<Claim> by(List<Criterion> order) {
        return order.stream()
                .map(Claim::by)
                .reduce(Comparator::thenComparing)
                .map(better -> better.thenComparing(by(Criterion.REPORTED)))
                .orElse(by(Criterion.REPORTED));
    }

    private static Comparator<Claim> by(Criterion criterion) {
        return switch (criterion) {
            case VERIFIED -> Comparator.comparing(Claim::verified).reversed();
            case PROVINCE -> Comparator.comparing(Claim::province).reversed();
            case OWN -> Comparator.comparingInt(Claim::closeness).reversed();
            case CONFIRMED -> Comparator.comparing(Claim::confirmedOn).reversed();
            case REPORTED ->
                Comparator.comparing(Claim::report, Report.OLDEST_FIRST).reversed();
        };
    }
}
