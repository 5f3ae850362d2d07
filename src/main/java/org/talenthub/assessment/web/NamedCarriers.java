package org.talenthub.assessment.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.assessment.figures.Scorecards;
import org.talenthub.assessment.life.Assessing;
import org.talenthub.assessment.life.Standing;
import org.talenthub.common.Ids;
import org.talenthub.lifecycle.Namings;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Named carriers by the year of their naming, with document numbers and the outcomes of closed years; public. */
@Component
class NamedCarriers {

    private static final int PIECE = 500;

    private final Records records;
    private final Namings namings;
    private final Assessing assessing;
    private final Scorecards scorecards;
    private final Regions regions;
    private final Texts texts;

    NamedCarriers(
            Records records,
            Namings namings,
            Assessing assessing,
            Scorecards scorecards,
            Regions regions,
            Texts texts) {
        this.records = records;
        this.namings = namings;
        this.assessing = assessing;
        this.scorecards = scorecards;
        this.regions = regions;
        this.texts = texts;
    }

    record Outcome(int year, String outcome) {}

    record Named(
            String href,
            String name,
            String kind,
            String place,
            @Nullable String document,
            String state,
            List<Outcome> outcomes) {}

    record Year(int year, long bases, long stations, List<Named> carriers) {}

    /** The newest first. */
    List<Year> years() {
        Map<String, Namings.Naming> documents =
                namings.all().stream().collect(Collectors.toMap(n -> n.kind() + n.name(), n -> n, (a, b) -> a));
        Map<Long, List<Outcome>> outcomes = outcomes();
        TreeMap<Integer, List<Named>> years = new TreeMap<>(Comparator.reverseOrder());
        List<RecordSnapshot> piece = records.after("carrier", 0, PIECE);
        while (!piece.isEmpty()) {
            for (RecordSnapshot c : piece) {
                Integer year = c.fields()
                        .number("approvedYear")
                        .or(() -> c.fields().text("approvedYear").map(Integer::parseInt))
                        .orElse(null);
                if (year != null) {
                    years.computeIfAbsent(year, y -> new ArrayList<>())
                            .add(named(c, documents, outcomes.getOrDefault(c.id(), List.of())));
                }
            }
            piece = records.after("carrier", piece.getLast().id(), PIECE);
        }
        return years.entrySet().stream()
                .map(e -> new Year(
                        e.getKey(),
                        e.getValue().stream()
                                .filter(n -> n.href().startsWith("/bases/"))
                                .count(),
                        e.getValue().stream()
                                .filter(n -> n.href().startsWith("/stations/"))
                                .count(),
                        e.getValue().stream()
                                .sorted(Comparator.comparing(Named::href).thenComparing(Named::name))
                                .toList()))
                .toList();
    }

    private Named named(RecordSnapshot c, Map<String, Namings.Naming> documents, List<Outcome> outcomes) {
        String kind = c.subtype() == null ? "STATION" : c.subtype();
        Namings.Naming naming = documents.get(kind + c.name());
        String region = c.region();
        return new Named(
                (kind.equals("BASE") ? "/bases/" : "/stations/") + Ids.text(c.id()),
                c.name(),
                texts.text("carrier.kind." + kind),
                region == null ? "" : texts.english() ? regions.english(region) : regions.fullName(region),
                naming == null ? null : naming.document(),
                c.fields().text("state").orElse("OPERATING"),
                outcomes);
    }

    private Map<Long, List<Outcome>> outcomes() {
        return scorecards.closedYears().stream()
                .flatMap(y -> assessing.list(y, Viewer.ANONYMOUS).stream().map(s -> Map.entry(y, s)))
                .filter(e -> e.getValue().outcome() != null)
                .collect(Collectors.groupingBy(
                        e -> e.getValue().carrier(), Collectors.mapping(NamedCarriers::outcome, Collectors.toList())));
    }

    private static Outcome outcome(Map.Entry<Integer, Standing> e) {
        return new Outcome(e.getKey(), String.valueOf(e.getValue().outcome()));
    }
}
