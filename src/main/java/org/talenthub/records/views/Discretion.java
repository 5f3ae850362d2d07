package org.talenthub.records.views;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Visibility;
import org.talenthub.common.Fields;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.words.Prose;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Privacy;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.contacts.OwnName;

/**
 * What of a record's texts may be read: contacts and document numbers by nobody, a person's name not by those who are not shown the name
 * itself. The one place where texts are masked; views, indices and vectors ask it.
 */
@Component
public class Discretion {

    private static final Pattern OFFICE = Pattern.compile(
            ".*(?:部|处|室|办|组|中心|公司|院|所|委|局)|(?:人事|人力|行政|综合|党|科研|技术|生产|财务).*科|人事|人力资源|招聘|行政|综合|负责人|联系人|(?i)hr");

    private final Feeds feeds;
    private final Derivation derivation;

    Discretion(Feeds feeds, Derivation derivation) {
        this.feeds = feeds;
        this.derivation = derivation;
    }

    /**
     * A record as it may be found by everybody who may find it at all.
     *
     * @param record without names in the texts of those who may not see them
     * @param named the texts that had such a name, as they are; only to be searched where the name is shown
     */
    public record Open(RecordSnapshot record, List<String> named) {}

    /** For what all viewers share: an index, a vector. */
    public Open open(RecordSnapshot r) {
        Feed feed = feeds.get(r.type());
        Prose everybody = new Prose(names(feed, r.fields(), null));
        Map<String, Object> values = null;
        Set<String> named = new LinkedHashSet<>();
        for (Column c : feed.columns()) {
            Object value = r.fields().get(c.field());
            // what is shown to nobody without the name is searched by nobody without the name
            if (value != null && Prose.in(c)) {
                Prose reader = c.privacy().compareTo(Privacy.PERSONAL) < 0 ? everybody : Prose.NAMED;
                Object read = reader.read(c, value);
                if (!read.equals(value)) {
                    values = values == null ? new TreeMap<>(r.fields().asMap()) : values;
                    values.put(c.field(), read);
                    named(Prose.NAMED.read(c, value), read, named);
                }
            }
        }
        String name = isPerson(feed, "name") ? Contacts.mask(r.name()) : everybody.text(r.name());
        String employer = employer(feed, r, everybody);
        String code = r.enterpriseCode();
        String plain = employer(feed, r, Prose.NAMED);
        if (plain != null && !plain.equals(employer)) {
            // its code would lead to its name
            named.add(plain);
            if (code != null) {
                named.add(code);
                code = null;
            }
        }
        boolean same = values == null && name.equals(r.name()) && Objects.equals(employer, r.enterpriseName());
        return new Open(
                same ? r : r.told(name, employer, code, values == null ? r.fields() : new Fields(values)),
                List.copyOf(named));
    }

    private static void named(Object before, Object after, Set<String> named) {
        if (before instanceof List<?> l && after instanceof List<?> masked) {
            l.stream().filter(item -> !masked.contains(item)).forEach(item -> named.add(String.valueOf(item)));
        } else if (!before.equals(after)) {
            named.add(String.valueOf(before));
        }
    }

    /** The enterprise that a record belongs to, read as the column that names it. */
    private @Nullable String employer(Feed feed, RecordSnapshot r, Prose reader) {
        String name = r.enterpriseName();
        return name == null
                ? null
                : derivation.type(r.type()).references().stream()
                        .filter(ref -> ref.type().equals("enterprise"))
                        .flatMap(ref -> feed.column(ref.nameField()).stream())
                        .map(c -> reader.one(c, name))
                        .findFirst()
                        .orElseGet(() -> Contacts.mask(name));
    }

    /** @param v how a viewer sees the record */
    Prose reader(String type, Fields values, Visibility v) {
        List<OwnName> names = names(feeds.get(type), values, v);
        return names.isEmpty() ? Prose.NAMED : new Prose(names);
    }

    /** The texts of a report or record without contacts, for those who are shown names. */
    public Fields withoutContacts(String type, Fields values) {
        Map<String, Object> read = new TreeMap<>(values.asMap());
        for (Column c : feeds.get(type).columns()) {
            if (Prose.in(c)) {
                read.computeIfPresent(c.field(), (f, value) -> Prose.NAMED.read(c, value));
            }
        }
        return new Fields(read);
    }

    /** Names that are not shown at that visibility; with null, that are not shown to somebody. */
    private static List<OwnName> names(Feed feed, Fields values, @Nullable Visibility v) {
        List<OwnName> names = new ArrayList<>(1);
        for (Column c : feed.columns()) {
            if (Prose.isPerson(c) && (v == null || !v.shows(c.privacy()))) {
                values.text(c.field())
                        .filter(n -> c.required() || !isOffice(n))
                        .map(OwnName::of)
                        .ifPresent(names::add);
            }
        }
        return names;
    }

    private static boolean isPerson(Feed feed, String field) {
        return feed.column(field).map(Prose::isPerson).orElse(false);
    }

    /** 人力资源部 as the person to ask is nobody's name. */
    private static boolean isOffice(String name) {
        return OFFICE.matcher(name).matches();
    }
}
