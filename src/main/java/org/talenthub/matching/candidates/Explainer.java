package org.talenthub.matching.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Part;
import org.talenthub.matching.scoring.score.Reason;
import org.talenthub.matching.scoring.score.Score;
import org.talenthub.records.merge.Sources;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.search.Labels;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/**
 * Tells one viewer why a pair has its score. The score is the same for all; of the reasons everybody is told what the two records show him, and
 * of the rest only whether it holds.
 */
@Component
public class Explainer {

    private final Texts texts;
    private final Labels labels;
    private final Sources sources;
    private final Feeds feeds;

    Explainer(Texts texts, Labels labels, Sources sources, Feeds feeds) {
        this.texts = texts;
        this.labels = labels;
        this.sources = sources;
        this.feeds = feeds;
    }

    /** Where a record's fields come from, as far as a viewer is told; asked once for a record that stands in many pairs. */
    public Sources.Origin origin(Reach.Seen seen, Viewer viewer) {
        return seen.view().visibility().sources() ? sources.of(seen.view(), viewer) : Sources.Origin.UNKNOWN;
    }

    public List<PartView> parts(
            Score score, Reach.Seen demand, Sources.Origin ofDemand, Reach.Seen person, Sources.Origin ofPerson) {
        List<PartView> views = new ArrayList<>();
        for (Part p : score.parts()) {
            views.add(new PartView(
                    p.name(),
                    label(p),
                    p.hard() ? "HARD" : "SOFT",
                    p.strength(),
                    p.weight(),
                    p.points(),
                    p.verdict(),
                    texts.text("match.verdict." + p.verdict()),
                    reason(p, person),
                    evidence(p, demand, ofDemand, person, ofPerson),
                    p.next() == null ? null : p.next().name().toLowerCase(Locale.ROOT),
                    p.next() == null ? null : texts.text("match.next." + p.next())));
        }
        return views;
    }

    private String label(Part p) {
        return p.aspect() == null ? texts.text("match.part.cap") : aspect(p.aspect());
    }

    public String aspect(Aspect aspect) {
        return texts.text("match.part." + aspect.key());
    }

    private String reason(Part p, Reach.Seen person) {
        Aspect aspect = p.aspect();
        if (p.reason().quotes() && aspect != null && !told(aspect, person)) {
            Object year = person.view().fields().get("birth");
            return aspect == Aspect.AGE && year instanceof String y && y.length() == 4
                    ? texts.text(
                            "match.age.year." + p.verdict(),
                            y,
                            p.reason().gaps().get(1))
                    : texts.text("match.masked." + p.verdict(), aspect(aspect));
        }
        return text(p.reason());
    }

    /** All that the aspect judges of the person, where it says something, is shown to the viewer as it is. */
    private static boolean told(Aspect aspect, Reach.Seen person) {
        return aspect.talentFields().stream()
                .allMatch(f -> f.equals("confirmedOn")
                        ? person.view().fields().containsKey(f)
                        : !person.record().fields().has(f) || person.shows(f));
    }

    public String text(Reason reason) {
        return text(reason.key(), reason.gaps());
    }

    String text(String key, List<Object> gaps) {
        return texts.text(key, gaps.stream().map(this::gap).toArray());
    }

    private Object gap(Object gap) {
        return switch (gap) {
            case Reason.Coded c -> coded(c);
            case Aspect a -> aspect(a);
            case List<?> l -> l.stream().map(x -> String.valueOf(gap(x))).collect(Collectors.joining("、"));
            case Double d -> Texts.tenths(d);
            default -> String.valueOf(gap);
        };
    }

    private String coded(Reason.Coded c) {
        return switch (c.dictionary()) {
            case "region" -> labels.region(c.code());
            case "industry" -> labels.node(c.code());
            default -> labels.code(labels.table(c.dictionary()), c.code());
        };
    }

    private List<PartView.Evidence> evidence(
            Part p, Reach.Seen demand, Sources.Origin ofDemand, Reach.Seen person, Sources.Origin ofPerson) {
        Aspect aspect = p.aspect();
        if (aspect == null) {
            return List.of();
        }
        List<PartView.Evidence> evidence = new ArrayList<>();
        aspect.demandFields().forEach(f -> add(evidence, "demand", f, demand, ofDemand));
        aspect.talentFields().forEach(f -> add(evidence, "talent", f, person, ofPerson));
        return evidence;
    }

    private void add(
            List<PartView.Evidence> evidence, String record, String field, Reach.Seen seen, Sources.Origin origin) {
        if (!seen.shows(field)) {
            return;
        }
        Sources.@Nullable Source s = origin.byField().get(field);
        evidence.add(new PartView.Evidence(
                record,
                field,
                feeds.get(record).column(field).map(Column::title).orElse(field),
                s == null ? null : s.batch(),
                s == null ? null : s.row(),
                s == null ? null : s.at()));
    }
}
