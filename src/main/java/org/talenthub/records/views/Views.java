package org.talenthub.records.views;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Visibility;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordType;
import org.talenthub.records.RecordView;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.words.Prose;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Masks;
import org.talenthub.reference.chinese.Surnames;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.sealing.Sealing;

/** The one place where records are masked: which columns a visibility shows, and how. */
@Component
public class Views {

    private final Feeds feeds;
    private final Dictionaries dictionaries;
    private final Regions regions;
    private final Derivation derivation;
    private final Neighbours neighbours;
    private final Discretion discretion;
    private final Sealing sealing;
    private final Json json;

    Views(
            Feeds feeds,
            Dictionaries dictionaries,
            Regions regions,
            Derivation derivation,
            Neighbours neighbours,
            Discretion discretion,
            Sealing sealing,
            Json json) {
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.derivation = derivation;
        this.neighbours = neighbours;
        this.discretion = discretion;
        this.sealing = sealing;
        this.json = json;
    }

    /**
     * Views of the records in the map's order; the ids of the enterprises and carriers they name are looked up in one go.
     *
     * @param payloads the records' payloads, read
     */
    public Map<PoolRecord, RecordView> of(Map<PoolRecord, Visibility> seen, Map<PoolRecord, Fields> payloads) {
        Neighbours.Found found = neighbours.find(names(seen.keySet(), payloads));
        Map<PoolRecord, RecordView> views = new LinkedHashMap<>();
        seen.forEach((r, v) -> views.put(r, view(r, payloads.getOrDefault(r, new Fields(Map.of())), v, found)));
        return views;
    }

    private Neighbours.Wanted names(Collection<PoolRecord> records, Map<PoolRecord, Fields> payloads) {
        Neighbours.Wanted wanted =
                new Neighbours.Wanted(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (PoolRecord r : records) {
            if (r.carrierId != null) {
                wanted.ids().add(r.carrierId);
            }
            Fields f = payloads.getOrDefault(r, new Fields(Map.of()));
            for (RecordType.Reference ref : derivation.type(r.type).references()) {
                if (ref.codeField() != null) {
                    f.text(ref.codeField()).ifPresent(wanted.codes()::add);
                }
                f.text(ref.nameField())
                        .ifPresent(ref.type().equals("carrier") ? wanted.bases()::add : wanted.enterprises()::add);
            }
        }
        return wanted;
    }

    private RecordView view(PoolRecord r, Fields payload, Visibility v, Neighbours.Found found) {
        Feed feed = feeds.get(r.type);
        Map<String, String> secrets = v.masks() && r.sealed != null ? json.texts(sealing.open(r.sealed)) : Map.of();
        Prose reader = discretion.reader(r.type, payload, v);
        boolean anonymised = v == Visibility.ANONYMISED;
        String name = anonymised ? called(r.name, payload.text("sex").orElse("")) : reader.text(r.name);
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Column c : feed.columns()) {
            if (c.field().equals("name")) {
                shown.put("name", name);
            } else if (anonymised && c.field().equals("birth")) {
                payload.text("birth").ifPresent(b -> shown.put("birth", b.substring(0, 4)));
            } else if (c.sensitive()) {
                String secret = secrets.get(c.field());
                if (secret != null) {
                    shown.put(c.field(), masked(c, secret, r, payload));
                }
            } else if (v.shows(c.privacy())) {
                put(shown, c, payload, reader);
            }
        }
        if (r.confirmedOn != null) {
            // a date after the report counts as the report's day
            shown.computeIfPresent("confirmedOn", (field, typed) -> r.confirmedOn);
        }
        references(shown, r, payload, found, reader);
        region(shown, r.region);
        if (v != Visibility.PUBLIC && r.carrierId != null) {
            String carrier = found.carriers().get(r.carrierId);
            if (carrier != null) {
                shown.put("carrier", told(Ids.text(r.carrierId), carrier, null, reader.text(carrier)));
            }
        }
        if (r.subtype != null) {
            shown.put("subtype", r.subtype);
        }
        return new RecordView(Ids.text(r.id), r.type, name, v, r.version, shown);
    }

    /** A sensitive value as it was reported. */
    public Optional<String> secret(PoolRecord r, String field) {
        return r.sealed == null
                ? Optional.empty()
                : Optional.ofNullable(json.texts(sealing.open(r.sealed)).get(field));
    }

    private static String masked(Column c, String secret, PoolRecord r, Fields payload) {
        return switch (c.type()) {
            case PHONE -> Masks.phone(secret);
            case EMAIL -> Masks.email(secret);
            default ->
                r.region != null && payload.text("birth").isPresent() ? Masks.hidden(secret) : Masks.document(secret);
        };
    }

    private void put(Map<String, Object> shown, Column c, Fields payload, Prose reader) {
        Object value = payload.get(c.field());
        if (value == null) {
            return;
        }
        shown.put(c.field(), reader.read(c, value));
        if (c.type() == ColumnType.CODE && c.dictionary() != null) {
            var dictionary = dictionaries.get(c.dictionary());
            Object label = value instanceof List<?> codes
                    ? codes.stream()
                            .map(code -> dictionary.label(String.valueOf(code)))
                            .toList()
                    : dictionary.label(String.valueOf(value));
            shown.put(c.field() + "Label", label);
        } else if (c.type() == ColumnType.MONEY_RANGE) {
            for (String end : List.of("Min", "Max")) {
                if (payload.get(c.field() + end) instanceof Number n) {
                    shown.put(c.field() + end, n);
                }
            }
        }
    }

    private void references(
            Map<String, Object> shown, PoolRecord r, Fields payload, Neighbours.Found found, Prose reader) {
        Feed feed = feeds.get(r.type);
        for (RecordType.Reference ref : derivation.type(r.type).references()) {
            String name = payload.text(ref.nameField()).orElse(null);
            if (name == null) {
                continue;
            }
            String code = ref.codeField() == null
                    ? null
                    : payload.text(ref.codeField()).orElse(null);
            Long id = ref.type().equals("carrier") ? found.base(name) : found.enterprise(code, name);
            Object read =
                    feed.column(ref.nameField()).map(c -> reader.read(c, name)).orElse(name);
            Map<String, Object> other = told(id == null ? null : Ids.text(id), name, code, String.valueOf(read));
            shown.remove(ref.nameField());
            if (ref.codeField() != null) {
                shown.remove(ref.codeField());
            }
            shown.put(ref.as(), other);
        }
    }

    /** A neighbour whose name is not told as it is cannot be opened or looked up either: there the name would stand. */
    private static Map<String, Object> told(@Nullable String id, String name, @Nullable String code, String read) {
        Map<String, Object> other = new LinkedHashMap<>();
        boolean whole = read.equals(name);
        if (id != null && whole) {
            other.put("id", id);
        }
        other.put("name", read);
        if (code != null && whole) {
            other.put("code", code);
        }
        return other;
    }

    private void region(Map<String, Object> shown, @Nullable String region) {
        if (region != null) {
            shown.put("region", Map.of("code", region, "label", regions.label(region)));
            shown.remove("regionLabel");
        }
    }

    /** 张先生, 欧阳女士; a name in Latin letters keeps its first letter. */
    static String called(String name, String sex) {
        String surname = name.isEmpty() ? "某" : Surnames.of(name);
        return surname + (sex.equals("1") ? "先生" : sex.equals("2") ? "女士" : "先生/女士");
    }
}
