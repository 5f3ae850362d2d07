package org.talenthub.search.documents;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Surnames;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Regions;

/** What documents take from the standards: words of codes, paths of regions, the order of names. */
@Component
class DocumentContext {

    private static final int KEY_BYTES = 60;
    private static final Pattern BETWEEN_TITLES = Pattern.compile("[、，,;；/|（）()\\s]+");

    private final Feeds feeds;
    private final Dictionaries dictionaries;
    private final Regions regions;
    private final NameFields names;
    private final Map<String, Dictionary> byField = new ConcurrentHashMap<>();

    /** Chinese names by pinyin, as people expect lists to be; frozen, and therefore safe for all threads. */
    private final Collator collator = Collator.getInstance(ULocale.CHINA).freeze();

    DocumentContext(Feeds feeds, Dictionaries dictionaries, Regions regions) {
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.names = new NameFields(regions);
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

    /** The title that a text is the very name of: 高工 is 高级工程师. */
    Optional<String> title(String text) {
        return dictionaries.get("title").find(Simplified.of(text)).map(Dictionary.Entry::label);
    }

    /** The same with a specialty before it left aside (机械高级工程师). */
    private Optional<String> titleAtEnd(String text) {
        return IntStream.range(0, Math.max(1, text.length() - 1))
                .mapToObj(from -> title(text.substring(from)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The titles of a cell that may name several; one that the table does not know as it is written. */
    List<String> titles(String text) {
        return Arrays.stream(BETWEEN_TITLES.split(text))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .map(t -> titleAtEnd(t).orElse(t))
                .distinct()
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
