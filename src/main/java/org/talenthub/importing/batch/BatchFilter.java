package org.talenthub.importing.batch;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.ImportBatch.Status;

/**
 * Which batches of a list; what is null or empty does not narrow it. In addresses by the names of what it looks at.
 *
 * @param status null for all; ASKING and PREVIEWED are told apart
 * @param asking only those that wait for an answer
 * @param carrier id or part of the name of who reported it
 * @param month in which it came, as the hub counts days
 * @param fileName part of it
 */
public record BatchFilter(
        @Nullable Status status,
        boolean asking,
        String feed,
        String carrier,
        @Nullable YearMonth month,
        String fileName) {

    public static final BatchFilter NONE = new BatchFilter(null, false, "", "", null, "");

    /** What a batch that waits for an answer is called; it is a preview otherwise. */
    private static final String ASKING = "ASKING";

    private static final Set<String> NAMES = Set.of("status", "feed", "carrier", "month", "fileName");
    private static final Set<String> PAGING = Set.of("page", "size", "lang");
    private static final int LONGEST = 200;
    private static final char ESCAPE = '!';

    /** Those that can be committed. */
    public static BatchFilter waiting() {
        return new BatchFilter(Status.PREVIEWED, false, "", "", null, "");
    }

    /**
     * @param parameters of an address; those of its page and language are left alone
     * @throws Problem 400 for a parameter that is none, and for values that make no sense
     */
    public static BatchFilter of(Map<String, String> parameters) {
        for (String name : parameters.keySet()) {
            if (!NAMES.contains(name) && !PAGING.contains(name)) {
                throw Problem.badRequest("parameter.unknown", Sentence.of("refused.parameter.unknown.of", name));
            }
        }
        String status = value(parameters, "status").toUpperCase(Locale.ROOT);
        return new BatchFilter(
                status.isEmpty() ? null : status(status),
                status.equals(ASKING),
                value(parameters, "feed"),
                value(parameters, "carrier"),
                month(value(parameters, "month")),
                value(parameters, "fileName"));
    }

    private static String value(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "").strip();
        if (value.length() > LONGEST) {
            throw Problem.badRequest("filter.long", Sentence.of("refused.filter.long", name));
        }
        return value;
    }

    private static Status status(String text) {
        try {
            return text.equals(ASKING) ? Status.PREVIEWED : Status.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("status.unknown", Sentence.of("refused.status.unknown"));
        }
    }

    private static @Nullable YearMonth month(String text) {
        try {
            return text.isEmpty() ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Problem.badRequest("month.unreadable", Sentence.of("refused.month.unreadable"));
        }
    }

    /** The same as parameters of an address, without those that do not narrow. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("status", state());
        all.put("feed", feed);
        all.put("carrier", carrier);
        all.put("month", month == null ? "" : month.toString());
        all.put("fileName", fileName);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** The status as it is called; empty for all. */
    public String state() {
        return asking ? ASKING : status == null ? "" : status.name();
    }

    Specification<ImportBatch> specification() {
        return (batch, query, c) -> c.and(conditions(batch, c).toArray(Predicate[]::new));
    }

    private List<Predicate> conditions(Root<ImportBatch> batch, CriteriaBuilder c) {
        List<Predicate> all = new ArrayList<>();
        if (status != null) {
            all.add(c.equal(batch.get("status"), status));
        }
        if (status == Status.PREVIEWED) {
            Path<String> question = batch.get("problem");
            all.add(asking ? question.isNotNull() : question.isNull());
        }
        if (!feed.isEmpty()) {
            all.add(c.equal(batch.get("feed"), feed));
        }
        if (!carrier.isEmpty()) {
            Predicate named = like(c, batch.get("reporterName"), carrier);
            Optional<Long> id = Ids.parse(carrier);
            all.add(id.map(carrierId -> c.or(named, c.equal(batch.get("carrierId"), carrierId)))
                    .orElse(named));
        }
        if (month != null) {
            Path<Instant> at = batch.get("createdAt");
            all.add(c.greaterThanOrEqualTo(at, midnight(month.atDay(1))));
            all.add(c.lessThan(at, midnight(month.plusMonths(1).atDay(1))));
        }
        if (!fileName.isEmpty()) {
            all.add(like(c, batch.get("fileName"), fileName));
        }
        return all;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(HubTime.ZONE).toInstant();
    }

    private static Predicate like(CriteriaBuilder c, Expression<String> field, String part) {
        String plain = part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        return c.like(c.lower(field), "%" + plain + "%", ESCAPE);
    }
}
