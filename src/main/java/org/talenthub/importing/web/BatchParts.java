package org.talenthub.importing.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.importing.batch.BatchLife.Action;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.importing.batch.BatchView.IssueGroup;
import org.talenthub.importing.correction.FamilyView;
import org.talenthub.importing.reading.MappingView;
import org.talenthub.importing.web.BatchPageView.Family;
import org.talenthub.importing.web.BatchPageView.Group;
import org.talenthub.importing.web.BatchPageView.Kind;
import org.talenthub.importing.web.BatchPageView.Mapping;
import org.talenthub.importing.web.BatchPageView.Member;
import org.talenthub.importing.web.BatchPageView.Target;
import org.talenthub.importing.web.BatchPageView.Title;
import org.talenthub.records.rows.BatchRows.Filter;
import org.talenthub.records.rows.BatchRows.Only;
import org.talenthub.reference.Feed;
import org.talenthub.web.Texts;

/** The parts of a batch's page around its rows: like problems, the titles of the sheet, the corrections. */
@Component
class BatchParts {

    private final Texts texts;

    BatchParts(Texts texts) {
        this.texts = texts;
    }

    /** @param only the kind whose rows are shown now */
    Group group(BatchView b, IssueGroup g, @Nullable Only only) {
        Only these = new Only(g.title(), g.code(), g.value());
        return new Group(
                g.column().isEmpty() ? texts.text("imports.wholeRow") : g.column(),
                g.message(),
                Texts.number(g.count()),
                g.level(),
                BatchPages.rowsAt(b, Filter.ALL, these, 0) + "#rows",
                these.equals(only));
    }

    /** @param reportable what the viewer may report */
    Mapping mapping(MappingView m, BatchView b, List<Feed> reportable) {
        boolean editable = b.may(Action.REREAD);
        BatchView.ProblemView problem = m.problem();
        long read = m.columns().stream().filter(c -> !c.field().isEmpty()).count();
        long unread = m.columns().size() - read;
        long remembered =
                m.columns().stream().filter(c -> c.how().equals("remembered")).count();
        String key = remembered > 0 ? "imports.mappingRemembered" : "imports.mappingSummary";
        return new Mapping(
                problem == null ? null : editable ? question(m, problem) : texts.text("imports.waitsText"),
                m.sheets(),
                editable,
                problem != null,
                texts.text(key, read, unread, remembered),
                m.columns().stream()
                        // what has to be looked at stands first, and not somewhere among thirty clear ones
                        .sorted(Comparator.comparing(c -> problem != null && clear(c)))
                        .map(c -> new Title(
                                c.letter(),
                                c.title(),
                                proposed(c, problem != null),
                                c.how(),
                                title(m, c.likely()),
                                problem != null && !clear(c),
                                String.join(" · ", c.samples())))
                        .toList(),
                m.fields().stream()
                        .map(f -> new Target(f.field(), (f.required() ? "* " : "") + title(f)))
                        .toList(),
                // a correction stays what it corrects
                editable && reportable.size() > 1 && b.corrects() == null
                        ? reportable.stream()
                                .map(f -> new Kind(
                                        f.name(),
                                        texts.textOr("feed." + f.name(), f.title()),
                                        f.name().equals(b.feed())))
                                .toList()
                        : List.of());
    }

    private static boolean clear(MappingView.Title title) {
        return !title.how().equals("none") && !title.how().equals("likely");
    }

    /** The refusal that the API gives says what to do with the file; here it can be answered. */
    private String question(MappingView m, BatchView.ProblemView problem) {
        if (!m.sheets().isEmpty()) {
            return texts.text("imports.askSheetText", m.sheets().size());
        }
        return problem.code().equals("header.missing")
                ? texts.text(
                        "imports.askColumnsText",
                        m.fields().stream()
                                .filter(f -> m.missing().contains(f.title()))
                                .map(this::title)
                                .collect(Collectors.joining(texts.text("list.separator"))))
                : problem.detail();
    }

    /** Where an answer is needed anyway, what a title resembles is filled in for the person to confirm. */
    private static String proposed(MappingView.Title title, boolean open) {
        String likely = title.likely();
        return open && likely != null ? likely : title.field();
    }

    /** A sheet in Chinese is matched by whoever reads English too, so both names stand there. */
    private String title(MappingView.Target target) {
        return texts.english()
                ? texts.textOr("column." + target.field(), target.title()) + " (" + target.title() + ")"
                : target.title();
    }

    private @Nullable String title(MappingView m, @Nullable String field) {
        return field == null
                ? null
                : m.fields().stream()
                        .filter(f -> f.field().equals(field))
                        .map(this::title)
                        .findFirst()
                        .orElse(null);
    }

    Family family(FamilyView f, BatchView b) {
        List<Member> members = f.members().stream()
                .map(m -> new Member(
                        "/imports/" + m.id(),
                        m.fileName(),
                        m.status().name(),
                        BatchPages.tone(m.status()),
                        Texts.time(m.createdAt()),
                        Texts.number(m.rows()),
                        Texts.number(m.open()),
                        m.id().equals(b.id())))
                .toList();
        String key = f.open() == 0 ? "imports.familyDone" : "imports.familyOpen";
        return new Family(
                texts.text(key, Texts.number(f.created()), Texts.number(f.updated()), Texts.number(f.open())), members);
    }
}
