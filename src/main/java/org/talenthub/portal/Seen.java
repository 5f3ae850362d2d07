package org.talenthub.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.RecordView;
import org.talenthub.reference.contacts.OwnName;
import org.talenthub.search.Kind;

/** Reads the fields of a {@link RecordView}: text, list, label of a code, reference to another record. */
public record Seen(RecordView record) {

    /** A named neighbour; the id is null when the name belongs to no record of the hub. */
    public record Ref(@Nullable String id, String name) {}

    public Kind kind() {
        return Kind.of(record.type(), text("subtype").orElse(null));
    }

    public String href() {
        return Address.of(kind().path(), record.id());
    }

    /** What is found under the name of a neighbour that is no record: whatever else names it. Nothing where the name is half hidden. */
    public Optional<String> named(String field, Ref ref) {
        boolean searched = field.equals("employer") || field.equals("enterprise") || field.equals("host");
        return searched && ref.id() == null && !ref.name().contains(OwnName.MASK)
                ? Optional.of(
                        Address.search(kind().path()).with(field, ref.name()).toString())
                : Optional.empty();
    }

    public Optional<String> text(String field) {
        Object value = record.fields().get(field);
        return value instanceof String || value instanceof Number
                ? Optional.of(value.toString())
                : value instanceof Map<?, ?> m
                        ? Optional.ofNullable(m.get("code")).map(Object::toString)
                        : Optional.empty();
    }

    public Optional<Long> number(String field) {
        return record.fields().get(field) instanceof Number n ? Optional.of(n.longValue()) : Optional.empty();
    }

    /** As {@link #number}, with what stands behind the point. */
    public Optional<Double> decimal(String field) {
        return record.fields().get(field) instanceof Number n ? Optional.of(n.doubleValue()) : Optional.empty();
    }

    public List<String> list(String field) {
        Object value = record.fields().get(field);
        return value instanceof List<?> l
                ? l.stream().filter(Objects::nonNull).map(Object::toString).toList()
                : text(field).map(List::of).orElse(List.of());
    }

    public Optional<Ref> ref(String field) {
        if (record.fields().get(field) instanceof Map<?, ?> m && (m.get("name") != null || m.get("label") != null)) {
            Object id = m.get("id");
            Object name = m.get("name") != null ? m.get("name") : m.get("label");
            return Optional.of(new Ref(id == null ? null : id.toString(), String.valueOf(name)));
        }
        return Optional.empty();
    }
}
