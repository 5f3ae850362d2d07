package org.talenthub.insight.story;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Organisation;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.Completion;
import org.talenthub.importing.ReportableFeeds;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.Links;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.security.sealing.Sealing;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reporter's own records lack, as a sheet: its own last rows about them as it reported them, with the cells to be filled in coloured.
 * Uploaded again it is its report of them. Nothing that others said of a record stands in it.
 */
@Component
public class GapSheets {

    /** The newest; whoever has more gaps than that fills these in first. */
    private static final int MOST = 500;

    /** Two years of months; whoever has not spoken of a record since then is not asked by this sheet. */
    private static final int BATCHES = 24;

    private static final int LONGEST_PURPOSE = 200;
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> SECRETS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Links links;
    private final Gaps gaps;
    private final ReportableFeeds feeds;
    private final Dictionaries dictionaries;
    private final Regions regions;
    private final Sealing sealing;
    private final Sheet sheet;

    GapSheets(
            JdbcClient jdbc,
            Links links,
            Gaps gaps,
            ReportableFeeds feeds,
            Dictionaries dictionaries,
            Regions regions,
            Sealing sealing,
            Sheet sheet) {
        this.jdbc = jdbc;
        this.links = links;
        this.gaps = gaps;
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.sealing = sealing;
        this.sheet = sheet;
    }

    /** Writes it down and says who took it. */
    @Component
    static class Sheet {

        private final Completion completion;
        private final Audit audit;
        private final JsonMapper json = JsonMapper.builder().build();

        Sheet(Completion completion, Audit audit) {
            this.completion = completion;
            this.audit = audit;
        }
    }

    private record Said(long record, @Nullable String subtype, String payload, Map<String, String> secrets) {}

    /** A sheet that can be written now. */
    public record Ready(Feed feed, List<Completion.Row> rows) {}

    /**
     * @param purpose what for; asked for with sheets of people, as with any export of them
     * @throws Problem 400 without a purpose, 403 for a feed that is not the viewer's to report, 404 for none
     */
    public Ready prepare(String name, String purpose, Viewer viewer) {
        Feed feed = feeds.checked(name, viewer);
        boolean people = feed.name().equals("talent");
        String why = purpose.strip().replaceAll("\\p{Cntrl}+", " ");
        if (people && why.length() < 2) {
            throw Problem.badRequest("export.purpose", Sentence.of("refused.export.purpose"));
        }
        if (why.length() > LONGEST_PURPOSE) {
            throw Problem.badRequest("export.purpose", Sentence.of("refused.export.purpose.purpose", LONGEST_PURPOSE));
        }
        List<Completion.Row> rows = own(feed, viewer).stream()
                .flatMap(s -> row(feed, s, viewer).stream())
                .toList();
        sheet.audit.record(viewer, "export.gaps", feed.name(), null, rows.size() + " · " + (why.isEmpty() ? "-" : why));
        return new Ready(feed, rows);
    }

    public void write(Ready ready, Locale locale, OutputStream out) throws IOException {
        sheet.completion.write(ready.feed, ready.rows, locale, out);
    }

    private List<Said> own(Feed feed, Viewer viewer) {
        Map<Long, Said> last = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.record_id, p.subtype, r.payload, r.sealed from
                        (select id from import_batch where reporter = :reporter and feed = :type and status = 'COMMITTED'
                         order by id desc limit :batches) b
                        join report r on r.batch_id = b.id and r.state = 'LIVE'
                        join pool_record p on p.id = r.record_id and p.state = 'LIVE'
                        order by r.id desc limit :most""")
                .param("reporter", Organisation.of(viewer))
                .param("type", feed.name())
                .param("batches", BATCHES)
                .param("most", MOST)
                .query(rs -> {
                    last.putIfAbsent(
                            rs.getLong(1),
                            new Said(rs.getLong(1), rs.getString(2), rs.getString(3), secrets(rs.getBytes(4))));
                });
        return List.copyOf(last.values());
    }

    private Map<String, String> secrets(byte @Nullable [] sealed) {
        return sealed == null ? Map.of() : sheet.json.readValue(sealing.open(sealed), SECRETS);
    }

    /** Empty for a record that lacks nothing the reporter can add. */
    private Optional<Completion.Row> row(Feed feed, Said said, Viewer viewer) {
        Set<String> missing = gaps.of(links.view(kind(feed, said), Ids.text(said.record), viewer), viewer).stream()
                .filter(g -> g.who().stream().anyMatch(Gap.Who::mine))
                .map(Gap::field)
                .collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> fields = sheet.json.readValue(said.payload, VALUES);
        Map<String, String> cells = new HashMap<>();
        for (Column c : feed.columns()) {
            Object value = fields.get(c.field());
            if (value != null) {
                cells.put(c.field(), text(c, value));
            }
        }
        cells.putAll(said.secrets);
        return Optional.of(new Completion.Row(cells, missing));
    }

    private static Kind kind(Feed feed, Said said) {
        return switch (feed.name()) {
            case "talent" -> Kind.TALENT;
            case "demand" -> Kind.DEMAND;
            case "enterprise" -> Kind.ENTERPRISE;
            case "platform" -> Kind.PLATFORM;
            default -> "BASE".equals(said.subtype) ? Kind.BASE : Kind.STATION;
        };
    }

    private String text(Column c, Object value) {
        Stream<?> parts = value instanceof List<?> l ? l.stream() : Stream.of(value);
        return parts.map(String::valueOf).map(v -> label(c, v)).collect(Collectors.joining("；"));
    }

    private String label(Column c, String value) {
        String dictionary = c.dictionary();
        if (dictionary != null) {
            return dictionaries.get(dictionary).label(value);
        }
        return c.type() == ColumnType.REGION ? regions.fullName(value) : value;
    }
}
