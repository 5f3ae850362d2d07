package org.talenthub.reference.standards;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Yaml;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.standards.Dictionary.Entry;

/**
 * {@code batch-jobs/dictionaries/<name>.yml}.
 *
 * @param suffixes endings that do not change the meaning of a cell (硕士及以上)
 * @param ranked whether the entries stand from the highest to the lowest
 * @param groups words for several codes
 * @param cellOnly words that only mean their code in a cell of the column
 */
record DictionaryFile(
        String name,
        String title,
        String source,
        String version,
        @Nullable List<String> suffixes,
        boolean ranked,
        @Nullable List<Dictionary.Group> groups,
        @Nullable List<String> cellOnly,
        List<Entry> entries) {

    static Dictionary read(String name) {
        return check(Yaml.read("batch-jobs/dictionaries/" + name + ".yml", DictionaryFile.class), name);
    }

    static Dictionary check(Yaml<DictionaryFile> yaml, String name) {
        DictionaryFile file = yaml.value();
        if (!name.equals(file.name)) {
            throw yaml.wrong("name: ", false, "the name must be the file's: " + name);
        }
        if (file.title == null || file.source == null || file.version == null || file.entries == null) {
            throw yaml.wrong("name: ", false, "title, source, version and entries are required");
        }
        Set<String> codes = new HashSet<>();
        Map<String, Entry> owners = new HashMap<>();
        for (Entry e : file.entries) {
            if (e.code() == null || e.label() == null || e.english() == null) {
                throw yaml.wrong("code: " + e.code(), false, "an entry needs code, label and english");
            }
            String line = "code: " + quoted(e.code());
            if (!codes.add(e.code())) {
                throw yaml.wrong(line, true, "code " + e.code() + " stands twice");
            }
            if (e.parent() != null && !codes.contains(e.parent())) {
                throw yaml.wrong(line, true, "parent " + e.parent() + " is not an entry above");
            }
            texts(e).forEach(text -> {
                Entry owner = owners.putIfAbsent(Texts.key(text), e);
                // a division may bear the name of its section (K 70 房地产业): the section is meant
                if (owner != null && !owner.code().equals(e.parent())) {
                    throw yaml.wrong(line, true, text + " already means " + owner.code());
                }
            });
        }
        List<Dictionary.Group> groups = file.groups == null ? List.of() : file.groups;
        for (Dictionary.Group g : groups) {
            if (!codes.containsAll(g.codes())) {
                throw yaml.wrong("groups:", false, g.words() + " has a code that is none: " + g.codes());
            }
        }
        Set<String> cellOnly = file.cellOnly == null ? Set.of() : Set.copyOf(file.cellOnly);
        for (String word : cellOnly) {
            if (!owners.containsKey(Texts.key(word))) {
                throw yaml.wrong("cellOnly:", false, word + " is no word of an entry");
            }
        }
        return new Dictionary(
                file.name,
                file.title,
                file.source,
                file.version,
                file.suffixes == null ? List.of() : file.suffixes,
                new Dictionary.Wording(file.ranked, groups, cellOnly),
                file.entries);
    }

    private static Stream<String> texts(Entry e) {
        return Stream.of(Stream.of(e.code(), e.label()), e.aliases().stream(), e.doubtful().stream())
                .flatMap(s -> s)
                .map(Texts::key)
                .distinct();
    }

    /** Codes of digits stand in quotation marks in the files. */
    private static String quoted(String code) {
        return Character.isDigit(code.charAt(0)) ? "\"" + code + "\"" : code;
    }
}
