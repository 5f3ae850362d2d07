package org.talenthub.search.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.indexing.indices.DocumentSource;
import org.talenthub.meaning.Segments;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every document field exists in its mapping and the other way round; nothing sensitive is among them. */
class DocumentParityTests {

    private static final Dictionaries DICTIONARIES = Dictionaries.load();
    private static final Feeds FEEDS = Feeds.load(DICTIONARIES);

    static List<DocumentSource> sources() {
        DocumentContext context = new DocumentContext(FEEDS, DICTIONARIES, Regions.load());
        return List.of(
                new TalentDocuments(context),
                new DemandDocuments(context),
                new EnterpriseDocuments(context),
                new CarrierDocuments(context),
                new PlatformDocuments(context));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void documentAndMappingHaveTheSameFields(DocumentSource source) throws Exception {
        Map<String, Object> document = source.document(full(source.type()));
        try (InputStream in = getClass().getResourceAsStream("/index-mappings/" + source.index() + ".json")) {
            JsonNode mappings = JsonMapper.builder().build().readTree(in).path("mappings");
            assertThat(mappings.path("dynamic").stringValue("")).isEqualTo("strict");
            Set<String> fields = new TreeSet<>(document.keySet());
            // added by DocumentVectors
            if (!Segments.fields(source.type()).isEmpty()) {
                fields.add(DocumentVectors.FIELD);
            }
            // added by the chains
            fields.add("nodes");
            // added by BulkWriter, where a name stands in a text
            if (List.of("talent", "demand").contains(source.type())) {
                fields.add("named");
            }
            assertThat(fields)
                    .isEqualTo(new TreeSet<>(mappings.path("properties").propertyNames()));
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void nothingSensitiveIsIndexed(DocumentSource source) {
        String text = source.document(full(source.type())).toString();
        for (Column c : FEEDS.get(source.type()).columns()) {
            if (c.sensitive() || Set.of("contact", "remark").contains(c.field())) {
                assertThat(text).doesNotContain("<" + c.field() + ">");
            }
        }
    }

    /** A record that has every field of its feed. */
    private static RecordSnapshot full(String type) {
        Feed feed = FEEDS.get(type);
        Map<String, Object> fields = new TreeMap<>();
        for (Column c : feed.columns()) {
            fields.put(c.field(), c.multi() ? new ArrayList<>(List.of(value(c))) : value(c));
            if (c.type() == ColumnType.MONEY_RANGE) {
                fields.put(c.field() + "Min", 30);
                fields.put(c.field() + "Max", 50);
            }
        }
        return new RecordSnapshot(
                Ids.next(),
                type,
                "BASE",
                true,
                3,
                "测某",
                "420111",
                "91420100MA4K0000XX",
                "湖北示例光电科技有限公司",
                "示例基地",
                7L,
                Set.of("carrier:x"),
                new Fields(fields),
                "2026-10",
                Instant.now(),
                Instant.now(),
                Map.of("carrier:x", List.of("name")));
    }

    private static Object value(Column c) {
        return switch (c.type()) {
            case CODE ->
                DICTIONARIES
                        .get(String.valueOf(c.dictionary()))
                        .entries()
                        .getFirst()
                        .code();
            case DATE -> "1985-03";
            case INTEGER -> 7;
            case YEAR -> "2026";
            default -> "<" + c.field() + "> 光芯片";
        };
    }
}
