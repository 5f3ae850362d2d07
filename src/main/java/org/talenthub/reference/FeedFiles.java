package org.talenthub.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Yaml;
import org.talenthub.reference.standards.Dictionaries;

/** Reads {@code batch-jobs/<feed>/job.yml} and refuses one that does not make sense. */
final class FeedFiles {

    private static final List<String> NAMES = List.of("talent", "demand", "enterprise", "carrier", "platform");
    private static final Set<ColumnType> SEALED =
            Set.of(ColumnType.DOCUMENT_NUMBER, ColumnType.PHONE, ColumnType.EMAIL);

    private FeedFiles() {}

    static List<Feed> read(Dictionaries dictionaries) {
        return NAMES.stream()
                .map(n -> check(Yaml.read("batch-jobs/" + n + "/job.yml", Feed.class), n, dictionaries))
                .toList();
    }

    static Feed check(Yaml<Feed> yaml, String name, Dictionaries dictionaries) {
        Feed feed = yaml.value();
        if (!name.equals(feed.name()) || feed.title() == null || feed.columns() == null) {
            throw yaml.wrong("name: ", false, "name (the folder's), title and columns are required");
        }
        if (blank(feed.legalBasis())) {
            throw yaml.wrong("name: ", false, "the legal basis is missing");
        }
        Set<String> fields = new HashSet<>();
        Map<String, String> headers = new HashMap<>();
        for (Column c : feed.columns()) {
            String line = "field: " + c.field();
            String fault = fault(c, dictionaries);
            if (fault != null) {
                throw yaml.wrong(line, false, fault);
            }
            if (!fields.add(c.field())) {
                throw yaml.wrong(line, true, "field " + c.field() + " stands twice");
            }
            Stream.concat(Stream.of(c.title()), c.aliases().stream())
                    .map(Headers::key)
                    .distinct()
                    .forEach(header -> {
                        String owner = headers.putIfAbsent(header, c.field());
                        if (owner != null) {
                            throw yaml.wrong(line, true, header + " already means " + owner);
                        }
                    });
        }
        return feed;
    }

    private static @Nullable String fault(Column c, Dictionaries dictionaries) {
        if (blank(c.field()) || blank(c.title())) {
            return "a column needs field and title";
        }
        if (blank(c.purpose())) {
            return "the purpose is missing: why is this kept?";
        }
        if (blank(c.example())) {
            return "the example is missing";
        }
        if (c.type() == null || c.privacy() == null) {
            return "type and privacy are required";
        }
        if ((c.type() == ColumnType.CODE) != (c.dictionary() != null)) {
            return "CODE and dictionary belong together";
        }
        if (c.dictionary() != null && !dictionaries.has(c.dictionary())) {
            return "there is no dictionary " + c.dictionary();
        }
        if (SEALED.contains(c.type()) && !c.sensitive()) {
            return c.type() + " must be SENSITIVE";
        }
        if (c.multi() && c.type() != ColumnType.CODE && c.type() != ColumnType.TEXT) {
            return "only TEXT and CODE can be multi";
        }
        return c.maxLength() < 1 ? "maxLength is missing" : null;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
