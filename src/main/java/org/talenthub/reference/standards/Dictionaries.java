package org.talenthub.reference.standards;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All code tables, read at start from {@code batch-jobs/dictionaries/}. Regions are a table of their own: {@link Regions}. */
public final class Dictionaries {

    private static final List<String> NAMES = List.of(
            "sex",
            "document-type",
            "education",
            "degree",
            "title-level",
            "title",
            "skill-level",
            "talent-category",
            "recruitment-mode",
            "urgency",
            "availability",
            "service-need",
            "enterprise-kind",
            "carrier-type",
            "carrier-state",
            "platform-type",
            "platform-level",
            "school",
            "honour",
            "discipline",
            "gb4754");

    private final Map<String, Dictionary> byName = new LinkedHashMap<>();
    private final Industries industries;

    Dictionaries(Industries industries, Stream<Dictionary> others) {
        this.industries = industries;
        byName.put(industries.dictionary().name(), industries.dictionary());
        others.forEach(d -> byName.put(d.name(), d));
    }

    /** @throws IllegalStateException with file and line when one is wrong */
    public static Dictionaries load() {
        Map<String, Dictionary> plain = new LinkedHashMap<>();
        NAMES.forEach(n -> plain.put(n, DictionaryFile.read(n)));
        Dictionary divisions = plain.values().stream().reduce((a, b) -> b).orElseThrow();
        return new Dictionaries(Industries.read(divisions), plain.values().stream());
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** @throws IllegalArgumentException when there is no such dictionary: names are code, not input */
    public Dictionary get(String name) {
        Dictionary found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no dictionary " + name);
        }
        return found;
    }

    public Collection<Dictionary> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The industry chains behind the dictionary {@code industry}, with their nodes. */
    public Industries industries() {
        return industries;
    }
}
