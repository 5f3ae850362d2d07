package org.talenthub.search.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.contacts.OwnName;
import org.talenthub.reference.standards.OrganisationKey;

/** One document in the making: what all kinds share, and the ways a field gets in. */
final class Document {

    private final RecordSnapshot record;
    private final DocumentContext context;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> labels = new ArrayList<>();

    Document(RecordSnapshot record, DocumentContext context) {
        this.record = record;
        this.context = context;
        put("id", Ids.text(record.id()));
        put("name", record.name());
        put("nameKey", context.collationKey(record.type(), record.name()));
        context.names().put(record.type(), record.name(), this::put);
        put("enterpriseCode", record.enterpriseCode());
        put("enterpriseName", record.enterpriseName());
        String enterprise = record.enterpriseName();
        put(
                "enterpriseKey",
                enterprise == null || enterprise.contains(OwnName.MASK) ? null : OrganisationKey.of(enterprise));
        put("reporters", record.reporters().isEmpty() ? null : record.reporters());
        put("agreed", record.agreed().isEmpty() ? null : agreed());
        put("createdAt", record.createdAt().toEpochMilli());
        put("updatedAt", record.updatedAt().toEpochMilli());
        if (record.region() != null) {
            List<String> path = context.regionPath(record.region());
            put("region", path);
            // all of Hubei is no word to search by
            path.stream().skip(1).map(context::regionLabel).forEach(labels::add);
        }
    }

    /** {@code carrier:… field}: who of several reporters may find the record by what it says itself. */
    private List<String> agreed() {
        return record.agreed().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(field -> e.getKey() + ' ' + field))
                .toList();
    }

    /** Fields that go in as they are: texts, lists and numbers. */
    Document as(String... fields) {
        for (String f : fields) {
            put(f, record.fields().get(f));
        }
        return this;
    }

    /** Fields of codes; their words can be searched for too. */
    Document codes(String... fields) {
        for (String f : fields) {
            put(f, record.fields().get(f));
            record.fields().list(f).forEach(code -> labels.add(context.label(record.type(), f, code)));
        }
        return this;
    }

    /** Fields of codes that are only searched by name, not among the words of all codes. */
    Document silent(String... fields) {
        return as(fields);
    }

    /** A month as a number that ages can be reckoned with: year × 12 + month − 1. */
    Document month(String field) {
        record.fields().text(field).ifPresent(m -> put(field, Dates.month(m)));
        return this;
    }

    /** A last day as yyyymmdd; of a month only the whole month counts. */
    Document lastDay(String field) {
        record.fields().text(field).ifPresent(d -> put(field, Dates.lastDay(d)));
        return this;
    }

    Document put(String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
        return this;
    }

    Map<String, Object> map() {
        if (!labels.isEmpty()) {
            values.put("labels", labels);
        }
        return values;
    }
}
