package org.talenthub.records.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of one person, by one reporter or by several; oldest first, never empty. */
record Dossier(List<Earlier> said) {

    long root() {
        return said.getFirst().root();
    }

    /** The record by whose keys a row would come here. */
    long record(Mention row) {
        return said.stream()
                .filter(e -> holds(e, row.strong()))
                .findFirst()
                .or(() -> said.stream().filter(e -> likewise(e, row)).findFirst())
                .orElse(said.getFirst())
                .record();
    }

    /** The last report that shares a key with the row. */
    Earlier telling(Mention row) {
        return said.reversed().stream()
                .filter(e -> holds(e, row.strong()) || likewise(e, row))
                .findFirst()
                .orElse(said.getLast());
    }

    boolean holds(@Nullable String strong) {
        return said.stream().anyMatch(e -> holds(e, strong));
    }

    private static boolean holds(Earlier e, @Nullable String strong) {
        return strong != null && strong.equals(e.mention().strong());
    }

    boolean numbered() {
        return said.stream().anyMatch(e -> e.mention().strong() != null);
    }

    private static boolean likewise(Earlier e, Mention row) {
        return row.weak() != null && row.weak().equals(e.mention().weak());
    }

    /** The weak key is the same, and the strong ones are no two different ones. */
    boolean alike(Mention row) {
        return said.stream().anyMatch(e -> likewise(e, row))
                && (row.strong() == null || !numbered() || holds(row.strong()));
    }

    boolean fits(Mention row) {
        return alike(row) && !contradicts(row);
    }

    /** Neither has a number, and all else is the same. */
    boolean repeats(Mention row) {
        return row.strong() == null
                && !numbered()
                && said.stream()
                        .anyMatch(e -> likewise(e, row)
                                && row.traits().equals(e.mention().traits()));
    }

    /** What some reporter says by now contradicts the row. */
    boolean contradicts(Mention row) {
        Map<String, String> traits = new HashMap<>();
        said.forEach(e -> traits.merge(e.mention().reporter(), e.mention().traits(), Mention::latest));
        return traits.values().stream().anyMatch(t -> Mention.contradict(t, row.traits()));
    }

    static Set<Long> roots(List<Dossier> some) {
        return some.stream().map(Dossier::root).collect(Collectors.toSet());
    }

    boolean of(@Nullable Long record) {
        return said.stream().anyMatch(e -> Objects.equals(e.record(), record));
    }
}
