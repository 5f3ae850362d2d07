package org.talenthub.reference.standards;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Sentence;
import org.talenthub.reference.chinese.Texts;

/**
 * A versioned code table of {@code batch-jobs/dictionaries/}: what people write, the code it stands for, and the code's names.
 * Long because one table is asked in many ways.
 */
public final class Dictionary {

    /**
     * One code.
     *
     * @param label Chinese name on screen and in sheets
     * @param english English name
     * @param aliases other words that mean the same
     * @param doubtful words that are read as this code, but with a warning, since they may mean another
     * @param parent code of the entry above it; null at the top
     * @param standard the standard's own name where the label is a shorter one; null where the label is that name
     */
    public record Entry(
            String code,
            String label,
            String english,
            List<String> aliases,
            List<String> doubtful,
            @Nullable String parent,
            @Nullable String standard) {

        public Entry {
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
            doubtful = doubtful == null ? List.of() : List.copyOf(doubtful);
        }

        /** In both languages. */
        public Sentence named() {
            return Sentence.either(label, english);
        }

        /** The standard's name of the code. */
        public String official() {
            return standard == null ? label : standard;
        }

        /** Whether a text is the code or one of its names itself, so that nobody needs to be told how it was read. */
        public boolean named(String text) {
            return text.equals(label)
                    || text.equals(english)
                    || text.equals(official())
                    || text.equals(code)
                    || aliases.contains(text);
        }
    }

    /**
     * How a text was understood.
     *
     * @param certain false when the word is ambiguous or only the first of two words was read
     */
    public record Match(Entry entry, boolean certain) {}

    private final String name;
    private final String title;
    private final String source;
    private final String version;
    private final List<String> suffixes;
    private final SequencedMap<String, Entry> entries;
    private final Map<String, Match> matches = new HashMap<>();
    private final Wording wording;

    /**
     * How the table's words are used outside a cell of its own column.
     *
     * @param ranked whether the entries stand from the highest to the lowest, so that “and above” can be said of them
     * @param groups words for several codes at once (研究生: doctors and masters)
     * @param cellOnly words that mean the code in a cell of the column only, and anything in a line of text (项目, 一级)
     */
    record Wording(boolean ranked, List<Group> groups, Set<String> cellOnly) {
        static final Wording PLAIN = new Wording(false, List.of(), Set.of());
    }

    /** Words that stand for several codes. */
    record Group(List<String> words, List<String> codes) {}

    Dictionary(String name, String title, String source, String version, List<String> suffixes, List<Entry> entryList) {
        this(name, title, source, version, suffixes, Wording.PLAIN, entryList);
    }

    Dictionary(
            String name,
            String title,
            String source,
            String version,
            List<String> suffixes,
            Wording wording,
            List<Entry> entryList) {
        this.name = name;
        this.title = title;
        this.source = source;
        this.version = version;
        this.wording = wording;
        this.suffixes = List.copyOf(suffixes);
        SequencedMap<String, Entry> byCode = new LinkedHashMap<>();
        entryList.forEach(e -> byCode.put(e.code(), e));
        this.entries = Collections.unmodifiableSequencedMap(byCode);
        for (Entry e : entryList) {
            Match sure = new Match(e, true);
            accept(e.code(), sure);
            accept(e.label(), sure);
            e.aliases().forEach(a -> accept(a, sure));
            Match doubtful = new Match(e, false);
            e.doubtful().forEach(d -> accept(d, doubtful));
        }
        // last, as whoever fills the English template in writes them; a word of the table itself comes first
        entryList.stream().filter(e -> e.english() != null).forEach(e -> accept(e.english(), new Match(e, true)));
    }

    /** Reads a text as a code, as typed and in its compared form; the first entry that claims a text keeps it. */
    final void accept(String text, Match match) {
        matches.putIfAbsent(text, match);
        matches.putIfAbsent(Texts.key(text), match);
    }

    public String name() {
        return name;
    }

    /** Chinese name of the table. */
    public String title() {
        return title;
    }

    /** The standard or document the table follows. */
    public String source() {
        return source;
    }

    public String version() {
        return version;
    }

    /** All entries in the table's order. */
    public SequencedCollection<Entry> entries() {
        return entries.sequencedValues();
    }

    public Optional<Entry> entry(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** The entry that a code, label or everyday word stands for, blanks, width and case aside. */
    public Optional<Entry> find(String text) {
        return Optional.ofNullable(match(text)).map(Match::entry);
    }

    /** Whether the entries stand from the highest to the lowest. */
    public boolean ranked() {
        return wording.ranked();
    }

    /**
     * The codes that a text means where it is a condition, in the table's order: 博士 one, 研究生 two, and of a ranked table 硕士以上 that
     * level and all above it, 本科以下 that level and all below (both include the level itself, Civil Code 1259). Empty for what the
     * table does not know.
     */
    public List<Entry> meant(String text) {
        String key = Texts.key(text);
        List<Entry> plain = several(key);
        if (plain.isEmpty() && wording.ranked()) {
            for (String up : List.of("及以上", "或以上", "以上", "及其以上", "起")) {
                plain = bounded(key, up, true);
                if (!plain.isEmpty()) {
                    return plain;
                }
            }
            for (String down : List.of("及以下", "或以下", "以下", "及其以下")) {
                plain = bounded(key, down, false);
                if (!plain.isEmpty()) {
                    return plain;
                }
            }
        }
        return plain.isEmpty() ? find(text).map(List::of).orElse(List.of()) : plain;
    }

    /** 硕士以上, 硕士及以上学历, 副高以上职称. */
    private List<Entry> bounded(String key, String bound, boolean up) {
        String level = key;
        for (String noun : List.of("学历", "学位", "职称", "级别", "等级", "技能等级")) {
            if (key.endsWith(bound + noun)) {
                level = key.substring(0, key.length() - noun.length());
            }
        }
        if (!level.endsWith(bound)) {
            return List.of();
        }
        List<Entry> ends = several(level.substring(0, level.length() - bound.length()));
        if (ends.isEmpty()) {
            return List.of();
        }
        List<Entry> all = List.copyOf(entries());
        return up
                ? all.subList(0, all.indexOf(ends.getLast()) + 1)
                : all.subList(all.indexOf(ends.getFirst()), all.size());
    }

    /** Of a group's word its codes, of another the one. */
    private List<Entry> several(String key) {
        for (Group g : wording.groups()) {
            if (g.words().stream().anyMatch(w -> Texts.key(w).equals(key))) {
                return entries().stream()
                        .filter(e -> g.codes().contains(e.code()))
                        .toList();
            }
        }
        Match match = matches.get(key);
        return match == null ? List.of() : List.of(match.entry());
    }

    /**
     * The words that mean codes wherever they stand alone in a line of text, in their compared form, with the codes: labels, everyday
     * names and groups, without codes and doubtful words.
     */
    public Map<String, List<Entry>> words() {
        Map<String, List<Entry>> words = new LinkedHashMap<>();
        for (Group g : wording.groups()) {
            g.words().forEach(w -> words.put(Texts.key(w), several(Texts.key(w))));
        }
        for (Entry e : entries()) {
            Stream.of(Stream.of(e.label(), e.official()), e.aliases().stream())
                    .flatMap(s -> s)
                    .map(Texts::key)
                    .forEach(w -> words.putIfAbsent(w, List.of(e)));
        }
        wording.cellOnly().forEach(w -> words.remove(Texts.key(w)));
        return words;
    }

    /** What a code is called in prose: its label and the names that {@link #words} has of it alone. */
    public List<String> names(Entry entry) {
        return Stream.concat(
                        Stream.of(entry.label()),
                        entry.aliases().stream().filter(a -> List.of(entry).equals(words().get(Texts.key(a)))))
                .distinct()
                .toList();
    }

    /** The word of the table that a wrongly written one is most like. */
    public Optional<String> nearest(String text) {
        return Nearest.of(this, text);
    }

    /** A word of the table in both languages; a word that is no label is the same in both. */
    public Sentence named(String label) {
        return entries.values().stream()
                .filter(e -> e.label().equals(label))
                .findFirst()
                .map(Entry::named)
                .orElseGet(() -> Sentence.plain(label));
    }

    /** Chinese name of a code; an unknown code is its own name, so that old data still shows. */
    public String label(String code) {
        Entry e = entries.get(code);
        return e == null ? code : e.label();
    }

    /** English name of a code; an unknown code is its own name. */
    public String english(String code) {
        Entry e = entries.get(code);
        return e == null ? code : e.english();
    }

    /** What one word means: a code, label or everyday word, with or without an ending that changes nothing. */
    @Nullable
    public Match word(String text) {
        String key = Texts.key(text);
        Match match = matches.getOrDefault(text, matches.get(key));
        for (String suffix : suffixes) {
            if (match == null && key.endsWith(suffix)) {
                match = matches.get(key.substring(0, key.length() - suffix.length()));
            }
        }
        return match;
    }

    @Nullable
    public Match match(String text) {
        Match match = word(text);
        if (match != null) {
            return match;
        }
        String key = Texts.key(text);
        int note = key.indexOf('(');
        if (note > 0) {
            return matches.get(key.substring(0, note));
        }
        int second = key.indexOf('/');
        if (second > 0 && (match = matches.get(key.substring(0, second))) != null) {
            return new Match(match.entry(), false);
        }
        return null;
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
