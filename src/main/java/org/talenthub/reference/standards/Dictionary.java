package org.talenthub.reference.standards;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.chinese.Texts;

/** A versioned code table of {@code batch-jobs/dictionaries/}: what people write, the code it stands for, and the code's names. */
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

        /** The standard's name of the code. */
        public String official() {
            return standard == null ? label : standard;
        }

        /** Whether a text is the code or its official name itself, so that nobody needs to be told how it was read. */
        public boolean named(String text) {
            return text.equals(official()) || text.equals(code);
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

    Dictionary(String name, String title, String source, String version, List<String> suffixes, List<Entry> entryList) {
        this.name = name;
        this.title = title;
        this.source = source;
        this.version = version;
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

    @Nullable
    public Match match(String text) {
        Match match = matches.get(text);
        if (match != null) {
            return match;
        }
        String key = Texts.key(text);
        match = matches.get(key);
        if (match != null) {
            return match;
        }
        for (String suffix : suffixes) {
            if (key.endsWith(suffix)
                    && (match = matches.get(key.substring(0, key.length() - suffix.length()))) != null) {
                return match;
            }
        }
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
