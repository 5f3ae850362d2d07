package org.talenthub.records.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talenthub.records.identity.Verdict.Why;

/**
 * The one rule that says whose a row is. Pure: what it is asked with is all it knows. {@code docs/adr/0014} has it as a table of cases,
 * and the test runs them.
 *
 * @param guarded a stranger has to prove that it means the same person; false where whoever reports has standing
 */
public record IdentityRule(boolean guarded) {

    /**
     * @param decided the record that people gave to who holds this number under this name
     * @param corrects the record of what the row corrects
     * @param earlier all that is said of every person with whom the row shares a key, oldest first
     * @param standing whether the row's reporter has it towards a record of {@code earlier}
     */
    public Verdict decide(
            Mention row,
            @Nullable Long decided,
            @Nullable Long corrects,
            List<Earlier> earlier,
            LongPredicate standing) {
        if (decided != null) {
            return new Verdict(decided, Why.DECIDED, null, List.of());
        }
        List<Earlier> live = earlier.stream().filter(Earlier::live).toList();
        List<Dossier> own = dossiers(live, e -> e.by(row.reporter()), Earlier::record);
        List<Dossier> others = dossiers(live, e -> !e.by(row.reporter()), Earlier::root);
        Long mine = own(row, corrects, own);
        if (mine != null) {
            return known(row, mine, own, others);
        }
        return stranger(row, own, others, standing, earlier);
    }

    private static List<Dossier> dossiers(
            List<Earlier> earlier, Predicate<Earlier> which, Function<Earlier, Long> person) {
        Map<Long, List<Earlier>> said = earlier.stream()
                .filter(which)
                .collect(Collectors.groupingBy(person, LinkedHashMap::new, Collectors.toList()));
        return said.values().stream()
                .map(Dossier::new)
                .sorted(Comparator.comparingLong(Dossier::root))
                .toList();
    }

    /** The reporter's own person; null for nobody, or for several. */
    private static @Nullable Long own(Mention row, @Nullable Long corrects, List<Dossier> own) {
        List<Dossier> holding = own.stream().filter(d -> d.holds(row.strong())).toList();
        if (!holding.isEmpty()) {
            return holding.stream()
                    .filter(d -> d.alike(row))
                    .findFirst()
                    .orElse(holding.getFirst())
                    .record(row);
        }
        List<Dossier> fitting = own.stream().filter(d -> d.fits(row)).toList();
        List<Dossier> without = row.strong() == null
                ? fitting.stream().filter(d -> !d.numbered()).toList()
                : List.of();
        List<Dossier> repeated = fitting.stream().filter(d -> d.repeats(row)).toList();
        for (List<Dossier> some : List.of(repeated, without, fitting)) {
            if (Dossier.roots(some).size() == 1) {
                return some.getFirst().record(row);
            }
        }
        return own.stream()
                .filter(d -> d.of(corrects) && (fitting.isEmpty() || fitting.contains(d)))
                .findFirst()
                .map(d -> corrects)
                .orElse(null);
    }

    /** Its reporter's own person it is; only a number that the reporter never gave before may tell more. */
    private Verdict known(Mention row, long mine, List<Dossier> own, List<Dossier> others) {
        Dossier dossier = own.stream().filter(d -> d.of(mine)).findFirst().orElseThrow();
        List<Dossier> holders = guarded && !dossier.holds(row.strong())
                ? others.stream()
                        .filter(d -> d.holds(row.strong()) && d.root() != dossier.root())
                        .toList()
                : List.of();
        if (holders.isEmpty()) {
            return new Verdict(mine, Why.OWN, null, List.of());
        }
        Dossier holder = holders.getFirst();
        boolean alone = row.verified()
                && mine == dossier.root()
                && others.stream().noneMatch(d -> d.root() == mine)
                && !speaks(own, holder);
        return alone
                ? new Verdict(mine, Why.OWN, holder.record(row), List.of())
                : new Verdict(mine, Why.OWN, null, List.of(holder.telling(row)));
    }

    /**
     * The reporter speaks of somebody there already: joined to that record as well, two of its persons would become one by what others
     * say.
     */
    private static boolean speaks(List<Dossier> own, Dossier there) {
        return own.stream().anyMatch(d -> d.root() == there.root());
    }

    /** Nobody of its reporter's. */
    private Verdict stranger(
            Mention row, List<Dossier> own, List<Dossier> others, LongPredicate standing, List<Earlier> earlier) {
        List<Dossier> holders =
                others.stream().filter(d -> d.holds(row.strong())).toList();
        List<Dossier> alike = others.stream()
                .filter(d -> d.alike(row) && !holders.contains(d))
                .toList();
        List<Dossier> fitting = alike.stream().filter(d -> !d.contradicts(row)).toList();
        List<Dossier> nearly = own.stream().filter(d -> d.alike(row)).toList();
        Dossier same = null;
        Why why = null;
        if (!holders.isEmpty()) {
            boolean proved = guarded && row.verified();
            boolean may = !speaks(own, holders.getFirst()) && (proved || has(standing, holders.getFirst(), row));
            same = may ? holders.getFirst() : null;
            why = proved ? Why.PROVED : Why.STANDING;
        } else if (fitting.size() == 1
                && nearly.isEmpty()
                && !speaks(own, fitting.getFirst())
                && has(standing, fitting.getFirst(), row)) {
            same = fitting.getFirst();
            why = Why.STANDING;
        }
        List<Dossier> asked = new ArrayList<>(nearly);
        asked.addAll(holders);
        asked.addAll(alike);
        asked.remove(same);
        List<Earlier> pairs = asked.stream().map(d -> d.telling(row)).toList();
        if (same != null) {
            return new Verdict(same.record(row), why, null, pairs);
        }
        Long back = back(row, earlier);
        return new Verdict(back, back == null ? null : Why.BACK, null, pairs);
    }

    private boolean has(LongPredicate standing, Dossier d, Mention row) {
        return !guarded || standing.test(d.record(row));
    }

    private @Nullable Long back(Mention row, List<Earlier> earlier) {
        List<Dossier> gone = dossiers(earlier, e -> !e.live() && (!guarded || e.by(row.reporter())), Earlier::record);
        return gone.stream()
                .filter(d -> d.holds(row.strong()))
                .findFirst()
                .or(() -> gone.stream().filter(d -> d.fits(row)).findFirst())
                .map(d -> d.record(row))
                .orElse(null);
    }
}
