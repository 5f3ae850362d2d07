package org.talenthub.editions.needs;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Demands that are one need. It goes by the id of its oldest demand, so that it is the same one as long as that stays in it.
 *
 * @param needs by id, at least one
 */
public record Cluster(List<Need> needs) {

    public Cluster {
        needs = needs.stream().sorted(Comparator.comparingLong(Need::demand)).toList();
    }

    public long id() {
        return needs.getFirst().demand();
    }

    public boolean challenge() {
        return needs.getFirst().challenge();
    }

    /** Those that somebody is still looked for by. */
    public List<Need> open() {
        return needs.stream().filter(Need::open).toList();
    }

    /** What most of the open ones call it, of equals the first. */
    public String post() {
        Map<String, Integer> names = new TreeMap<>();
        List<Need> counted = open().isEmpty() ? needs : open();
        counted.forEach(n -> names.merge(n.post(), 1, Integer::sum));
        return counted.stream()
                .map(Need::post)
                .max(Comparator.comparingInt((String p) -> names.getOrDefault(p, 0))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** All that it is called, by the open ones first. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(post());
        needs.forEach(n -> names.add(n.post()));
        return names;
    }

    public int heads() {
        return open().stream().mapToInt(Need::heads).sum();
    }

    /** Heads that are missing. */
    public int gap() {
        return open().stream().mapToInt(Need::gap).sum();
    }

    public Set<String> industries() {
        return open().stream().flatMap(n -> n.industries().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the open ones ask for, what most ask for first. */
    public List<String> skills() {
        Map<String, Long> counts = open().stream()
                .flatMap(n -> n.skills().stream().distinct())
                .collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** In how many years in a row, up to this one, heads of it were missing (连续 N 年未满足). */
    public int yearsUnmet(int year) {
        int years = 0;
        while (unmetIn(year - years)) {
            years++;
        }
        return years;
    }

    private boolean unmetIn(int year) {
        return needs.stream().flatMap(n -> n.spans().stream()).anyMatch(s -> s.unmetIn(year));
    }
}
