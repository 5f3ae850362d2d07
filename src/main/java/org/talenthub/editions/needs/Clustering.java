package org.talenthub.editions.needs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.talenthub.reference.chinese.Texts;

/**
 * Puts demands together that are one need: whom officials joined; else posts of the same name in the same industry; else names that are
 * alike, with the same skills or from the same enterprise. What officials split never comes together. The outcome does not depend on the
 * order of the demands.
 */
public final class Clustering {

    /**
     * How alike is alike enough.
     *
     * @param alike likeness of two names of different enterprises, 0 to 1
     * @param alikeOwn of two names of one enterprise
     * @param skills share of the skills of the one that asks for fewer which both ask for, between different enterprises
     */
    public record Thresholds(double alike, double alikeOwn, double skills) {}

    /** Within a group no two names may be less alike than the threshold and this. */
    private static final double SLACK = 0.15;

    private final Naming naming;
    private final Thresholds thresholds;

    public Clustering(Naming naming, Thresholds thresholds) {
        this.naming = naming;
        this.thresholds = thresholds;
    }

    /** @return by id */
    public List<Cluster> of(List<Need> needs, List<Verdict> verdicts) {
        List<Need> sorted =
                needs.stream().sorted(Comparator.comparingLong(Need::demand)).toList();
        Groups groups = new Groups(sorted, verdicts, naming);
        verdicts.stream().filter(Verdict::one).forEach(v -> groups.join(v.a(), v.b()));
        equal(sorted, groups);
        alike(groups);
        return groups.all().stream()
                .map(Cluster::new)
                .sorted(Comparator.comparingLong(Cluster::id))
                .toList();
    }

    /** The same name in the same industry; where the name says little, the same skill too. */
    private static void equal(List<Need> needs, Groups groups) {
        Map<String, List<Need>> seen = new HashMap<>();
        for (Need n : needs) {
            PostName name = groups.name(n);
            for (String industry : n.industries().isEmpty() ? Set.of("") : n.industries()) {
                String key = String.join(
                        "\n", String.valueOf(n.challenge()), String.valueOf(name.rank()), name.core(), industry);
                Set<String> keys = name.generic()
                        ? n.skills().stream()
                                .map(s -> key + '\n' + Texts.key(s))
                                .collect(Collectors.toSet())
                        : Set.of(key);
                for (String k : keys) {
                    List<Need> before = seen.computeIfAbsent(k, x -> new ArrayList<>());
                    for (Need b : before) {
                        // one that was split off does not take those with it that come later
                        if (groups.join(b.demand(), n.demand())) {
                            break;
                        }
                    }
                    before.add(n);
                }
            }
        }
    }

    private record Pair(Groups.Group a, Groups.Group b, double likeness) {}

    private void alike(Groups groups) {
        List<Groups.Group> all = groups.groups();
        Map<String, List<Integer>> byPair = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (String pair : all.get(i).first().pairs()) {
                byPair.computeIfAbsent(pair, p -> new ArrayList<>()).add(i);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Set<Integer> others = new HashSet<>();
            for (String pair : all.get(i).first().pairs()) {
                others.addAll(byPair.getOrDefault(pair, List.of()));
            }
            for (int other : others) {
                if (other > i) {
                    double likeness = all.get(i).first().likeness(all.get(other).first());
                    if (likeness >= Math.min(thresholds.alike, thresholds.alikeOwn)
                            && near(all.get(i), all.get(other), likeness)) {
                        pairs.add(new Pair(all.get(i), all.get(other), likeness));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparingLong(p -> p.a.id())
                .thenComparingLong(p -> p.b.id()));
        for (Pair p : pairs) {
            if (groups.alike(p.a.id(), p.b.id(), Math.min(thresholds.alike, thresholds.alikeOwn) - SLACK)) {
                groups.join(p.a.id(), p.b.id());
            }
        }
    }

    private boolean near(Groups.Group a, Groups.Group b, double likeness) {
        if (a.challenge() != b.challenge()
                || !a.first().comparable(b.first())
                || a.industries().stream().noneMatch(b.industries()::contains)) {
            return false;
        }
        double shared = shared(a.skills(), b.skills());
        boolean own = a.enterprises().stream().anyMatch(b.enterprises()::contains);
        return (own && likeness >= thresholds.alikeOwn && shared > 0)
                || (likeness >= thresholds.alike && shared >= thresholds.skills);
    }

    private static double shared(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return a.isEmpty() || b.isEmpty() ? 0 : (double) both / Math.min(a.size(), b.size());
    }

    /** The demands that stand together so far. */
    private static final class Groups {

        /** A group as it stood before names were compared. */
        record Group(
                long id,
                boolean challenge,
                PostName first,
                Set<String> industries,
                Set<String> skills,
                Set<String> enterprises) {}

        private final Map<Long, Need> needs = new LinkedHashMap<>();
        private final Map<Long, PostName> names = new HashMap<>();
        private final Map<Long, Long> parent = new HashMap<>();
        private final Map<Long, Set<PostName>> within = new HashMap<>();
        private final List<Verdict> apart;

        Groups(List<Need> all, List<Verdict> verdicts, Naming naming) {
            all.forEach(n -> {
                needs.put(n.demand(), n);
                PostName name = PostName.of(n.post(), naming);
                names.put(n.demand(), name);
                parent.put(n.demand(), n.demand());
                within.put(n.demand(), new HashSet<>(Set.of(name)));
            });
            this.apart = verdicts.stream()
                    .filter(v -> !v.one() && needs.containsKey(v.a()) && needs.containsKey(v.b()))
                    .toList();
        }

        PostName name(Need n) {
            PostName name = names.get(n.demand());
            if (name == null) {
                throw new IllegalArgumentException("no demand " + n.demand());
            }
            return name;
        }

        private long root(long id) {
            long at = id;
            while (parent.getOrDefault(at, at) != at) {
                long up = parent.getOrDefault(at, at);
                parent.put(at, parent.getOrDefault(up, up));
                at = up;
            }
            return at;
        }

        /** False when they may not stand together; true when they do now. */
        boolean join(long a, long b) {
            if (!needs.containsKey(a) || !needs.containsKey(b)) {
                return false;
            }
            long x = root(a);
            long y = root(b);
            if (x == y) {
                return true;
            }
            for (Verdict v : apart) {
                long p = root(v.a());
                long q = root(v.b());
                if ((p == x && q == y) || (p == y && q == x)) {
                    return false;
                }
            }
            parent.put(Math.max(x, y), Math.min(x, y));
            within.getOrDefault(Math.min(x, y), new HashSet<>()).addAll(within.getOrDefault(Math.max(x, y), Set.of()));
            return true;
        }

        /** Whether no name of the one is further from any of the other than this. */
        boolean alike(long a, long b, double least) {
            Set<PostName> theirs = within.getOrDefault(root(b), Set.of());
            return within.getOrDefault(root(a), Set.of()).stream()
                    .allMatch(mine ->
                            theirs.stream().allMatch(other -> mine.comparable(other) && mine.likeness(other) >= least));
        }

        List<List<Need>> all() {
            Map<Long, List<Need>> byRoot = new TreeMap<>();
            needs.values()
                    .forEach(n -> byRoot.computeIfAbsent(root(n.demand()), r -> new ArrayList<>())
                            .add(n));
            return List.copyOf(byRoot.values());
        }

        List<Group> groups() {
            return all().stream()
                    .map(members -> new Group(
                            root(members.getFirst().demand()),
                            members.getFirst().challenge(),
                            name(members.getFirst()),
                            members.stream()
                                    .flatMap(n -> n.industries().stream())
                                    .collect(Collectors.toSet()),
                            members.stream()
                                    .flatMap(n -> n.skills().stream())
                                    .map(Texts::key)
                                    .collect(Collectors.toSet()),
                            members.stream().map(Need::enterprise).collect(Collectors.toSet())))
                    .toList();
        }
    }
}
