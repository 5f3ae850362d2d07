package org.talenthub.portal.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.portal.Address;
import org.talenthub.portal.Link;
import org.talenthub.portal.Words;
import org.talenthub.records.RecordView;
import org.talenthub.records.merge.Sources;
import org.talenthub.records.merge.Sources.Disagreement;
import org.talenthub.records.merge.Sources.Source;
import org.talenthub.records.words.FieldWords;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Survivorship;
import org.talenthub.reference.Survivorship.Criterion;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Puts into words where a record comes from, for those who see it in full. */
@Component
class Provenances {

    private final Sources sources;
    private final Survivorship survivorship;
    private final FieldWords values;
    private final Words words;
    private final Texts texts;
    private final Rights rights;

    Provenances(
            Sources sources, Survivorship survivorship, FieldWords values, Words words, Texts texts, Rights rights) {
        this.sources = sources;
        this.survivorship = survivorship;
        this.values = values;
        this.words = words;
        this.texts = texts;
        this.rights = rights;
    }

    Provenance of(RecordView record, Viewer viewer) {
        if (!record.visibility().sources()) {
            return Provenance.NONE;
        }
        Sources.Origin origin = sources.of(record, viewer);
        Feed feed = words.feed(record.type());
        Source common = common(origin.byField());
        Map<String, Link> byField = new LinkedHashMap<>();
        origin.byField().forEach((field, source) -> {
            if (!source.equals(common)) {
                byField.put(field, link(source, "entity.source"));
            }
        });
        return new Provenance(
                byField,
                common == null ? null : link(common, "entity.source"),
                byField.isEmpty(),
                origin.reporters().stream().map(this::reported).toList(),
                origin.disagreements().isEmpty() ? null : disputes(feed, origin.disagreements()),
                origin.decidable(),
                common == null ? null : rules(feed));
    }

    /** The source of most fields, of as many the newer one. */
    private static @Nullable Source common(Map<String, Source> byField) {
        Map<Source, Long> counts =
                byField.values().stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Source, Long>comparingByValue()
                        .thenComparing(e -> e.getKey().at()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private Provenance.Reporter reported(Source s) {
        return new Provenance.Reporter(
                new Link(reporter(s), s.home() == null ? null : "/" + s.home()), link(s, "entity.when"));
    }

    /** A column for each report that says one of the values, the newest first. */
    private Provenance.Disputes disputes(Feed feed, List<Disagreement> all) {
        List<Source> reports = all.stream()
                .flatMap(d -> d.said().stream())
                .flatMap(s -> s.sources().stream())
                .distinct()
                .sorted(Comparator.comparing(Source::at).reversed())
                .toList();
        List<Provenance.Row> rows = all.stream().map(d -> row(feed, d, reports)).toList();
        List<Provenance.Column> columns = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            int at = i;
            Source s = reports.get(i);
            columns.add(new Provenance.Column(s.report(), reporter(s), link(s, "entity.when"), (int) rows.stream()
                    .filter(r -> r.open() && r.cells().get(at).text() != null)
                    .count()));
        }
        return new Provenance.Disputes(columns, rows);
    }

    private Provenance.Row row(Feed feed, Disagreement d, List<Source> reports) {
        Column column = feed.column(d.field()).orElseThrow();
        String together = titles(
                feed, d.together().stream().filter(f -> !f.equals(d.field())).toList());
        return new Provenance.Row(
                d.field(),
                words.column(column),
                together.isEmpty() ? null : together,
                d.open(),
                reports.stream()
                        .map(r -> d.said().stream()
                                .filter(s -> s.sources().contains(r))
                                .findFirst()
                                .map(s ->
                                        new Provenance.Cell(values.text(column, s.value(), texts.english()), s.holds()))
                                .orElse(new Provenance.Cell(null, false)))
                        .toList(),
                d.decision() == null ? null : decision(d.decision()));
    }

    private Provenance.Decision decision(Sources.Decision d) {
        return new Provenance.Decision(
                texts.text("dispute.decided", d.by(), Texts.time(d.at())),
                d.reason(),
                !d.holds() ? "dispute.unsaid" : d.outdated() ? "dispute.outdated" : null);
    }

    private Link link(Source s, String text) {
        return new Link(
                texts.text(text, reporter(s), Texts.time(s.at()), String.valueOf(s.row())),
                s.batch() == null ? null : Address.of("imports", s.batch()));
    }

    private String reporter(Source s) {
        return s.reporter().isEmpty() ? texts.text("entity.province") : s.reporter();
    }

    private Provenance.Rules rules(Feed feed) {
        Survivorship.Rules rules = survivorship.of(feed.name());
        return new Provenance.Rules(
                rules.order().stream().map(c -> criterion(feed, c)).toList(),
                rules.except().stream().map(e -> exemption(feed, e)).toList(),
                rules.together().stream()
                        .map(group -> titles(feed, group))
                        .filter(t -> t.contains(separator()))
                        .toList());
    }

    private String exemption(Feed feed, Survivorship.Exemption e) {
        String order = e.order().stream().map(c -> criterion(feed, c)).collect(Collectors.joining(" → "));
        return texts.english()
                ? texts.text("rules.exceptShort", titles(feed, e.fields()), order)
                : texts.text("rules.except", titles(feed, e.fields()), order, e.why());
    }

    private String criterion(Feed feed, Criterion c) {
        boolean directory = rights.thing(feed.name()) == Thing.DIRECTORY;
        return texts.text("rule." + c + (c == Criterion.OWN && directory ? ".directory" : ""));
    }

    private String titles(Feed feed, List<String> fields) {
        return fields.stream()
                .flatMap(f -> feed.column(f).stream())
                .map(words::column)
                .collect(Collectors.joining(separator()));
    }

    private String separator() {
        return texts.english() ? ", " : "、";
    }
}
