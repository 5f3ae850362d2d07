package org.talenthub.editions.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Sentence;
import org.talenthub.editions.lint.Wording;
import org.talenthub.editions.model.Edition;
import org.talenthub.editions.model.EditionLine;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/** What stands against publishing a draft, line by line. */
@Component
class EditionChecks {

    /** The text of a correction, which stands in no line. */
    static final String ERRATUM = "erratum";

    private final Records records;
    private final Filling filling;

    EditionChecks(Records records, Filling filling) {
        this.filling = filling;
        this.records = records;
    }

    List<Fault> of(Edition e, LocalDate day) {
        List<Fault> faults = new ArrayList<>();
        if (e.lines().isEmpty()) {
            faults.add(new Fault(0, "", "edition.empty", Sentence.of("check.edition.empty"), null));
        }
        Set<Long> ids = e.lines().stream().flatMap(l -> l.demands().stream()).collect(Collectors.toSet());
        Map<Long, RecordSnapshot> demands = records.snapshots(ids);
        Map<Long, Integer> arrived = filling.of(ids);
        for (int i = 0; i < e.lines().size(); i++) {
            EditionLine l = e.lines().get(i);
            List<RecordSnapshot> of = l.demands().stream()
                    .map(demands::get)
                    .filter(Objects::nonNull)
                    .toList();
            faults.addAll(of(e, i + 1, l, of, arrived, day));
        }
        return faults;
    }

    private static List<Fault> of(
            Edition e, int n, EditionLine l, List<RecordSnapshot> demands, Map<Long, Integer> arrived, LocalDate day) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> words = l.words();
        for (String field : e.kind().words()) {
            if (e.kind().required().contains(field) && !words.containsKey(field)) {
                faults.add(new Fault(
                        n, field, "line.incomplete", Sentence.of("check.line.incomplete", n, name(field)), null));
            }
        }
        // of a day that is past it holds what was open then
        LineState state = day.isBefore(HubTime.today()) ? LineState.OPEN : LineState.of(demands, arrived, day);
        if (state != LineState.OPEN) {
            faults.add(new Fault(
                    n,
                    "",
                    "line.closed",
                    Sentence.of("check.line.closed", n, Sentence.of("check.line.state." + state)),
                    null));
        }
        Set<String> people = demands.stream()
                .flatMap(r -> r.fields().text("contact").stream())
                .collect(Collectors.toSet());
        words.forEach((field, text) ->
                faults.addAll(wording(n, field, text, l.ageGround().isPresent(), people)));
        return faults;
    }

    static List<Fault> wording(int n, String field, String text, boolean ageAllowed, Collection<String> people) {
        return Wording.check(text, ageAllowed, people).stream()
                .map(f -> new Fault(
                        n,
                        field,
                        "wording." + f.ground().name().toLowerCase(Locale.ROOT),
                        n == 0 ? f.said(name(field)) : f.said(n, name(field)),
                        f))
                .toList();
    }

    private static Sentence name(String field) {
        return Sentence.of("check.word." + field);
    }
}
