package org.talenthub.records.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.records.Likeness;
import org.talenthub.records.RecordType;
import org.talenthub.records.duplicates.Nearby.Suspicion;
import org.talenthub.records.identity.Decided;
import org.talenthub.records.identity.Earlier;
import org.talenthub.records.identity.Verdict;
import org.talenthub.records.identity.Whose;
import org.talenthub.records.merge.Derivation;

/** One document number under two names: typed wrong more often than not. */
@Component
class TwoNames {

    private static final int NEAR = 60;
    private static final int OTHER = 90;

    private final Derivation derivation;
    private final Decided decided;

    TwoNames(Derivation derivation, Decided decided) {
        this.derivation = derivation;
        this.decided = decided;
    }

    /** The rows whose number led to who was called otherwise, unless that was asked before. */
    List<Suspicion> among(String type, Whose whose, List<Judge.Judged> rows) {
        RecordType rules = derivation.type(type);
        List<Suspicion> all = new ArrayList<>();
        Map<Long, String> claims = new HashMap<>();
        for (Judge.Judged j : rows) {
            String claim = j.row().claim();
            Earlier holder = claim == null || j.verdict().why() == Verdict.Why.DECIDED ? null : holder(whose, j);
            Suspicion s = holder == null ? null : asked(rules, whose, j.row(), holder);
            if (s != null && claim != null) {
                all.add(s);
                claims.put(s.report(), claim);
            }
        }
        if (all.isEmpty()) {
            return all;
        }
        Predicate<Suspicion> known = whose.pool() ? asked(all, claims) : told(whose, claims);
        return all.stream().filter(known.negate()).toList();
    }

    private Predicate<Suspicion> asked(List<Suspicion> all, Map<Long, String> claims) {
        Decided.Asked asked =
                decided.asked(all.stream().map(Suspicion::other).distinct().toList());
        return s -> asked.open().contains(s.other()) || asked.claims().contains(String.valueOf(claims.get(s.report())));
    }

    /** Somebody else's question about the same person is not for this reporter to know of. */
    private Predicate<Suspicion> told(Whose whose, Map<Long, String> claims) {
        Set<String> told = decided.told(claims.values(), whose.reporter());
        return s -> told.contains(String.valueOf(claims.get(s.report())));
    }

    /** Who said the number last of whom the row means: its own reporter, if that did. */
    private static @Nullable Earlier holder(Whose whose, Judge.Judged j) {
        Earlier holder = null;
        for (Earlier e : j.earlier()) {
            if (e.live()
                    && Long.valueOf(e.record()).equals(j.verdict().same())
                    && e.mention().sameNumber(j.row().mention())
                    && (holder == null
                            || whose.own(e.mention().reporter())
                            || !whose.own(holder.mention().reporter()))) {
                holder = e;
            }
        }
        return holder;
    }

    private static @Nullable Suspicion asked(RecordType rules, Whose whose, Judge.Row r, Earlier holder) {
        Likeness.Names names = rules.names(r.title(), holder.title());
        boolean here = holder.row() > 0;
        return names == Likeness.Names.SAME
                ? null
                : new Suspicion(
                        r.id(),
                        here ? holder.report() : holder.root(),
                        here ? Integer.valueOf(holder.row()) : null,
                        holder.report(),
                        !whose.own(holder.mention().reporter()),
                        new Likeness(names == Likeness.Names.NEAR ? NEAR : OTHER, Set.of(Likeness.Reason.TWO_NAMES)));
    }
}
