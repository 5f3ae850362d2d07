package org.talenthub.search.documents;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Surnames;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Industries;
import org.talenthub.reference.standards.Regions;

/** What documents take from the standards: words of codes, paths of regions, the order of names. */
@Component
class DocumentContext {

    private static final int KEY_BYTES = 60;

    private final Feeds feeds;
    private final Dictionaries dictionaries;
    private final Regions regions;
    private final NameFields names;
    private final Map<String, Dictionary> byField = new ConcurrentHashMap<>();

    /** Chain code to its nodes' codes to their words in lower case. */
    private final Map<String, Map<String, List<String>>> wordsOfNodes = new LinkedHashMap<>();

    /** Chinese names by pinyin, as people expect lists to be; frozen, and therefore safe for all threads. */
    private final Collator collator = Collator.getInstance(ULocale.CHINA).freeze();

    DocumentContext(Feeds feeds, Dictionaries dictionaries, Regions regions) {
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.names = new NameFields(regions);
        for (Industries.Chain chain : dictionaries.industries().chains()) {
            Map<String, List<String>> nodes = new LinkedHashMap<>();
            for (Industries.Node n : chain.nodes()) {
                nodes.put(
                        n.code(),
                        Stream.concat(Stream.of(n.label()), n.aliases().stream())
                                .map(w -> w.toLowerCase(Locale.ROOT))
                                .toList());
            }
            wordsOfNodes.put(chain.code(), nodes);
        }
    }

    NameFields names() {
        return names;
    }

    String label(String feed, String field, String code) {
        return byField.computeIfAbsent(
                        feed + "." + field,
                        k -> dictionaries.get(feeds.get(feed)
                                .column(field)
                                .flatMap(c -> Optional.ofNullable(c.dictionary()))
                                .orElseThrow(() -> new IllegalStateException(k + " has no dictionary"))))
                .label(code);
    }

    /** The nodes of these chains that a text speaks of, by their name or an everyday word for them. */
    List<String> nodes(List<String> chains, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return chains.stream()
                .flatMap(c -> wordsOfNodes.getOrDefault(c, Map.of()).entrySet().stream())
                .filter(n -> n.getValue().stream().anyMatch(lower::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> regionPath(String code) {
        return regions.path(code);
    }

    String regionLabel(String code) {
        return regions.label(code);
    }

    /** Hex, so that byte order is text order; long names are cut, their order after 15 characters does not matter. */
    String collationKey(String type, String name) {
        // people by the reading of their surname: 曾 is Zēng
        String filed = type.equals("talent") ? Surnames.filed(Simplified.of(name)) : name;
        byte[] key = collator.getCollationKey(filed).toByteArray();
        return HexFormat.of().formatHex(key, 0, Math.min(key.length, KEY_BYTES));
    }
}
