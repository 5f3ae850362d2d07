package org.talenthub.records.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was said before, found again by key. */
public final class Known {

    private final Map<String, Set<Long>> roots = new HashMap<>();
    private final Map<Long, Long> rootOf = new HashMap<>();
    private final Map<Long, List<Earlier>> behind = new HashMap<>();

    /** To be added in the order it was said. */
    public void add(Earlier e) {
        key(e.mention().strong(), e.root());
        key(e.mention().weak(), e.root());
        rootOf.put(e.record(), e.root());
        behind.computeIfAbsent(e.root(), r -> new ArrayList<>()).add(e);
    }

    /** A person turned out to be another. */
    public void join(long root, long into) {
        List<Earlier> said = behind.remove(root);
        if (said != null) {
            roots.values().forEach(r -> r.remove(root));
            said.forEach(e -> add(
                    new Earlier(e.mention(), e.record(), into, e.live(), e.report(), e.row(), e.title(), e.hash())));
        }
    }

    private void key(@Nullable String key, long root) {
        if (key != null) {
            roots.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(root);
        }
    }

    /** All that is said of the persons with whom the row shares a key, and of one more record's. */
    public static List<Earlier> sharing(Mention row, @Nullable Long also, List<Known> where) {
        Set<Long> persons = new LinkedHashSet<>();
        for (Known k : where) {
            k.with(row.strong(), persons);
            k.with(row.weak(), persons);
            Long root = also == null ? null : k.rootOf.get(also);
            if (root != null) {
                persons.add(root);
            }
        }
        if (persons.isEmpty()) {
            return List.of();
        }
        List<Earlier> said = new ArrayList<>();
        for (Known k : where) {
            persons.forEach(r -> said.addAll(k.behind.getOrDefault(r, List.of())));
        }
        return said;
    }

    private void with(@Nullable String key, Set<Long> persons) {
        if (key != null) {
            persons.addAll(roots.getOrDefault(key, Set.of()));
        }
    }
}
