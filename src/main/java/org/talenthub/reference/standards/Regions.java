package org.talenthub.reference.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Yaml;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.standards.Region.Level;

/** The administrative divisions of Hubei (GB/T 2260) and what people call them. Long because one table is asked in many ways. */
public final class Regions {

    /** The province's own code. */
    public static final String PROVINCE = "420000";

    private static final int LONGEST = 16;
    private static final List<String> ZONE_WORDS =
            List.of("高新", "经开", "开发区", "新区", "园区", "工业园", "产业园", "科技园", "管理区", "风景区");

    record Entry(
            String code,
            String name,
            @JsonProperty("short") String shortName,
            String english,
            @Nullable List<String> aliases,
            @Nullable List<String> doubtful) {}

    /**
     * A development zone without a code of its own.
     *
     * @param region the division it lies in
     * @param names what it is called, the first on screen
     */
    public record Zone(String region, List<String> names) {
        public String label() {
            return names.getFirst();
        }
    }

    record File(String name, String title, String source, String version, List<Entry> regions, List<Zone> zones) {}

    /** A region found at the start of a text and where it ends there. */
    private record Found(Region region, int end) {}

    private final Map<String, Region> byCode = new LinkedHashMap<>();
    /** What may open a text: names of prefectures in every form, full names of counties, zones. */
    private final Map<String, Region> opening = new HashMap<>();
    /** What may follow a prefecture's name, by prefecture code: its counties in every form and its zones. */
    private final Map<String, Map<String, Region>> following = new HashMap<>();
    /** Everyday names of counties; too short to be trusted at the start of a longer text (公安). */
    private final Map<String, Region> alone = new HashMap<>();
    /** Zones by all their names. */
    private final Map<String, Zone> zones = new HashMap<>();
    /** Names that are ordinary words too: a place only where a place is asked for. */
    private final Set<String> doubtful = new HashSet<>();

    private Regions(File file) {
        for (Entry e : file.regions) {
            doubtful.addAll(e.doubtful == null ? List.of() : e.doubtful);
            add(new Region(e.code, e.name, e.shortName, e.english, e.aliases == null ? List.of() : e.aliases));
        }
        for (Zone zone : file.zones) {
            Region region = byCode.get(zone.region);
            if (region != null) {
                zone.names.forEach(n -> {
                    zones.put(n, zone);
                    opening.put(n, region);
                    inside(prefecture(region.code())).put(n, region);
                });
            }
        }
    }

    /** @throws IllegalStateException with file and line when the table is wrong */
    public static Regions load() {
        return check(Yaml.read("batch-jobs/dictionaries/region.yml", File.class));
    }

    static Regions check(Yaml<File> yaml) {
        Map<String, String> seen = new HashMap<>();
        for (Entry e : yaml.value().regions) {
            String line = "code: \"" + e.code + "\"";
            if (!e.code.matches("42\\d{4}") || e.name == null || e.shortName == null || e.english == null) {
                throw yaml.wrong(line, true, "a region needs a code 42…, name, short and english");
            }
            if (seen.put(e.code, e.code) != null) {
                throw yaml.wrong(line, true, "code " + e.code + " stands twice");
            }
            names(e).forEach(n -> {
                if (seen.put(n, e.code) != null) {
                    throw yaml.wrong(line, true, n + " already means another region");
                }
            });
        }
        for (Zone zone : yaml.value().zones) {
            String line = "region: \"" + zone.region + "\"";
            if (!zone.region.equals(seen.get(zone.region))) {
                throw yaml.wrong(line, false, "no region " + zone.region);
            }
            for (String n : zone.names) {
                if (seen.put(n, zone.region) != null) {
                    throw yaml.wrong(line, true, n + " already means another region");
                }
            }
        }
        return new Regions(yaml.value());
    }

    private static Stream<String> names(Entry e) {
        List<String> aliases = e.aliases == null ? List.of() : e.aliases;
        return Stream.concat(Stream.of(e.name, e.shortName), aliases.stream()).distinct();
    }

    private void add(Region region) {
        byCode.put(region.code(), region);
        if (region.level() == Level.PROVINCE) {
            return;
        }
        Stream<String> names = Stream.concat(Stream.of(region.name(), region.shortName()), region.aliases().stream());
        if (region.level() == Level.PREFECTURE) {
            names.forEach(n -> opening.put(n, region));
        } else {
            opening.put(region.name(), region);
            Map<String, Region> siblings = inside(prefecture(region.code()));
            names.forEach(n -> {
                siblings.put(n, region);
                alone.put(n, region);
            });
        }
    }

    private Map<String, Region> inside(String prefecture) {
        return following.computeIfAbsent(prefecture, p -> new HashMap<>());
    }

    /** All divisions: the province, then the prefectures, then the counties in the order of their codes. */
    public List<Region> all() {
        return List.copyOf(byCode.values());
    }

    /** The 17 units at prefecture level, in the order of their codes. */
    public List<Region> prefectures() {
        return byCode.values().stream()
                .filter(r -> r.level() == Level.PREFECTURE)
                .toList();
    }

    public Optional<Region> get(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The division that a text names and nothing else: 武汉, 武汉市, 湖北省武汉市, 武汉市洪山区, 恩施州, a code, or a zone such as
     * 武汉东湖高新区, which stands for the division it lies in.
     */
    public Optional<Region> find(String text) {
        Region known = byCode.get(text);
        if (known == null) {
            known = opening.get(text);
        }
        return known != null ? Optional.of(known) : Optional.ofNullable(search(bare(text)));
    }

    /**
     * The division that a text is the very name of, in any of its forms and with what it lies in before it (湖北武汉, 武汉洪山, 湖北省
     * 武汉市洪山区), or its code; unlike {@link #find} no zone and nothing behind the name.
     */
    public Optional<Region> named(String text) {
        Region code = byCode.get(text);
        if (code != null) {
            return Optional.of(code);
        }
        String name = bare(text);
        if (zones.containsKey(name)) {
            return Optional.empty();
        }
        Found found = open(name);
        if (found != null && found.end == name.length() && zone(name).isEmpty()) {
            return Optional.of(found.region);
        }
        if (found != null && found.region.code().equals(PROVINCE)) {
            return Optional.ofNullable(alone.get(name.substring(found.end)));
        }
        return Optional.ofNullable(alone.get(name));
    }

    /** Whether a name is an ordinary word too (公安): a place only where a place is asked for. */
    public boolean doubtful(String text) {
        return doubtful.contains(text);
    }

    /** The zone that a text names, the division or province it lies in before it or not: 光谷, 武汉市东湖高新区. */
    public Optional<Zone> zone(String text) {
        String name = bare(text);
        Zone zone = zones.get(name);
        for (int from = 2; zone == null && from < name.length() - 1; from++) {
            Zone inner = zones.get(name.substring(from));
            if (inner != null) {
                String before = name.substring(0, from);
                Region above = named(before).orElse(null);
                zone = above != null && path(inner.region()).contains(above.code()) ? inner : null;
                break;
            }
        }
        return Optional.ofNullable(zone);
    }

    /** Full and everyday names of all divisions and zones, for telling what a wrongly written one is most like. */
    public Stream<String> names() {
        return Stream.concat(
                byCode.values().stream().flatMap(r -> Stream.of(r.name(), r.shortName())), zones.keySet().stream());
    }

    /** The division that a longer text starts with: 湖北省武汉市洪山区珞喻路 1 号 is in 420111. */
    public Optional<Region> locate(String text) {
        Region known = opening.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        Found found = open(bare(text));
        return found == null ? Optional.empty() : Optional.of(found.region);
    }

    private @Nullable Region search(String text) {
        Region exact = byCode.get(text);
        if (exact == null) {
            exact = alone.get(text);
        }
        if (exact != null) {
            return exact;
        }
        Found found = open(text);
        if (found == null) {
            return null;
        }
        String rest = text.substring(found.end);
        if (rest.isEmpty()) {
            return found.region;
        }
        if (found.region.level() == Level.PROVINCE) {
            return alone.get(rest);
        }
        return ZONE_WORDS.stream().anyMatch(rest::contains) && rest.length() <= LONGEST ? found.region : null;
    }

    private @Nullable Found open(String text) {
        int start = text.startsWith("中国湖北") ? 2 : 0;
        Found found = null;
        if (text.startsWith("湖北", start)) {
            start += text.startsWith("湖北省", start) ? 3 : 2;
            found = new Found(
                    byCode.getOrDefault(PROVINCE, byCode.values().iterator().next()), start);
        }
        Found first = longest(opening, text, start);
        if (first == null) {
            return found;
        }
        if (first.region.level() == Level.PREFECTURE) {
            Found second = longest(inside(first.region.code()), text, first.end);
            return second == null ? first : second;
        }
        return first;
    }

    private static @Nullable Found longest(Map<String, Region> names, String text, int start) {
        for (int end = Math.min(text.length(), start + LONGEST); end >= start + 2; end--) {
            Region region = names.get(text.substring(start, end));
            if (region != null) {
                return new Found(region, end);
            }
        }
        return null;
    }

    /** Without blanks and the marks that people put between the parts: 湖北省-武汉市/洪山区. */
    private static String bare(String text) {
        String key = Texts.key(text);
        StringBuilder bare = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            if ("-/·>,、".indexOf(key.charAt(i)) < 0) {
                bare.append(key.charAt(i));
            }
        }
        return bare.toString();
    }

    /** Code of the unit at prefecture level that a division belongs to; the province and an unknown code are their own. */
    public String prefecture(String code) {
        if (code.length() != 6 || code.startsWith("4290")) {
            return code;
        }
        return code.substring(0, 4) + "00";
    }

    /** Full name without what lies above it (洪山区); an unknown code is its own name. */
    public String label(String code) {
        Region region = byCode.get(code);
        return region == null ? code : region.name();
    }

    /** English name; an unknown code is its own name. */
    public String english(String code) {
        Region region = byCode.get(code);
        return region == null ? code : region.english();
    }

    /** Name with its prefecture's before it (武汉市洪山区), the province's left out. */
    public String fullName(String code) {
        String prefecture = prefecture(code);
        return prefecture.equals(code) ? label(code) : label(prefecture) + label(code);
    }

    /** Codes from the province down to the division itself: 420000, 420100, 420111. */
    public List<String> path(String code) {
        return Stream.of(PROVINCE, prefecture(code), code).distinct().toList();
    }
}
