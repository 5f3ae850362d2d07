package org.talenthub.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.talenthub.common.Ids;
import org.talenthub.records.Likeness.Reason;
import org.talenthub.records.RecordView;
import org.talenthub.records.duplicates.Suspects;
import org.talenthub.records.duplicates.Suspects.Pair;
import org.talenthub.records.duplicates.Suspects.Side;
import org.talenthub.records.duplicates.Suspects.State;
import org.talenthub.records.duplicates.Suspects.Which;
import org.talenthub.records.merge.Agreement;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.review.QueueView.Choice;
import org.talenthub.review.QueueView.Head;
import org.talenthub.review.QueueView.Line;
import org.talenthub.review.QueueView.PairView;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;

/** Lays pairs out side by side: what tells people apart first, then what differs, the rest folded. */
@Component
class Queue {

    static final int SIZE = 10;

    /** Shown even where both say the same: what one decides by. */
    private static final Set<String> TELLING =
            Set.of("name", "sex", "birth", "documentNumber", "phone", "employerName", "school");

    private final Suspects suspects;
    private final Feeds feeds;
    private final Dictionaries dictionaries;
    private final Texts texts;

    Queue(Suspects suspects, Feeds feeds, Dictionaries dictionaries, Texts texts) {
        this.suspects = suspects;
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.texts = texts;
    }

    QueueView of(Which which, int page, Viewer viewer) {
        State state = which.state();
        Reason reason = which.reason();
        Suspects.Page found = suspects.page(which, page, SIZE, viewer);
        if (found.items().isEmpty() && page > 0) {
            return of(which, (int) Math.max(0, (found.total() - 1) / SIZE), viewer);
        }
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        counts.putAll(suspects.reasons(state, viewer));
        List<Choice> reasons = new ArrayList<>();
        reasons.add(new Choice("ALL", address(new Which(state, null, false), 0), null, reason == null));
        counts.forEach((r, n) -> reasons.add(
                new Choice(r.name(), address(new Which(state, r, false), 0), Texts.number(n), r == reason)));
        long all = reason == null || state != State.OPEN || found.total() < 2
                ? 0
                : Math.min(found.total(), Suspects.AT_ONCE);
        return new QueueView(
                state.name().toLowerCase(Locale.ROOT),
                reason == null ? null : reason.name(),
                reason == null
                        ? null
                        : new Choice("ONLY", address(new Which(state, reason, !which.only()), 0), null, which.only()),
                Texts.number(found.total()),
                Stream.of(State.OPEN, State.UNSURE, State.SAME, State.DIFFERENT)
                        .map(s -> new Choice(
                                s.name(),
                                address(new Which(s, null, false), 0),
                                s == state ? Texts.number(counted(found, reason, counts)) : null,
                                s == state))
                        .toList(),
                reasons.size() > 1 ? reasons : List.of(),
                found.items().stream().map(this::pair).toList(),
                Pager.of(found.total(), page, SIZE, 10_000, p -> address(which, p)),
                all == 0 ? null : Texts.number(all),
                all);
    }

    private static long counted(Suspects.Page found, @Nullable Reason reason, Map<Reason, Long> counts) {
        return reason == null ? found.total() : Math.max(found.total(), counts.getOrDefault(reason, 0L));
    }

    static String address(Which which, int page) {
        State state = which.state();
        Reason reason = which.reason();
        UriComponentsBuilder to = UriComponentsBuilder.fromPath("/suspects");
        if (state != State.OPEN) {
            to.queryParam("state", state.name().toLowerCase(Locale.ROOT));
        }
        if (reason != null) {
            to.queryParam("reason", reason.name().toLowerCase(Locale.ROOT));
            if (which.only()) {
                to.queryParam("only", true);
            }
        }
        if (page > 0) {
            to.queryParam("page", page);
        }
        return to.toUriString();
    }

    private PairView pair(Pair p) {
        List<Line> lines = new ArrayList<>();
        List<Line> more = new ArrayList<>();
        for (Column c : feeds.get("talent").columns()) {
            Line line = new Line(
                    texts.textOr("column." + c.field(), c.title()),
                    value(c, p.a().record()),
                    value(c, p.b().record()),
                    false);
            boolean differs = !line.a().isEmpty()
                    && !line.b().isEmpty()
                    && (c.sensitive()
                            ? p.differing().contains(c.field())
                            : !Agreement.same(c, said(c, p.a().record()), said(c, p.b().record())));
            if (differs
                    || (TELLING.contains(c.field())
                            && !(line.a().isEmpty() && line.b().isEmpty()))) {
                lines.add(new Line(line.label(), line.a(), line.b(), differs));
            } else if (!line.a().isEmpty() || !line.b().isEmpty()) {
                more.add(line);
            }
        }
        boolean open = p.state() == State.OPEN || p.state() == State.UNSURE;
        return new PairView(
                Ids.text(p.id()),
                p.score(),
                p.reasons().stream()
                        .sorted()
                        .map(r -> texts.text("suspect.reason." + r))
                        .toList(),
                texts.text("suspect.found", Texts.time(p.foundAt()), String.valueOf(p.row())),
                "/imports/" + Ids.text(p.batch()) + "?show=suspect",
                head(p.a(), true),
                head(p.b(), !p.reasons().contains(Reason.TWO_NAMES) || p.state() == State.DIFFERENT),
                lines,
                more,
                open,
                p.state() == State.OPEN,
                p.decidedBy() == null || p.decidedAt() == null
                        ? null
                        : texts.text(
                                "suspect.decided",
                                texts.text("suspect.state." + p.state()),
                                p.decidedBy(),
                                Texts.time(p.decidedAt())),
                p.note());
    }

    /** @param own false while the side has no record of its own: one document number under two names is one record */
    private Head head(Side side, boolean own) {
        RecordView record = side.record();
        return new Head(
                record == null ? texts.text("suspect.gone") : record.name(),
                record == null || !own ? null : "/talents/" + record.id(),
                side.reports().stream()
                        .map(s -> texts.text(
                                "suspect.said",
                                s.reporter().isEmpty() ? texts.text("entity.province") : s.reporter(),
                                Texts.time(s.at()),
                                String.valueOf(s.row())))
                        .distinct()
                        .toList());
    }

    /** What the record says of the column; of a named neighbour the name. */
    private static @Nullable Object said(Column c, @Nullable RecordView record) {
        if (record == null) {
            return null;
        }
        String field = c.field();
        Object value = record.fields().get(field);
        if (value == null && field.endsWith("Name")) {
            value = record.fields().get(field.substring(0, field.length() - "Name".length()));
        }
        return value instanceof Map<?, ?> named ? named.get("name") : value;
    }

    private String value(Column c, @Nullable RecordView record) {
        Object value = said(c, record);
        List<?> values = value instanceof List<?> l ? l : value == null ? List.of() : List.of(value);
        String dictionary = c.dictionary();
        return values.stream()
                .map(String::valueOf)
                .map(v -> dictionary == null
                        ? v
                        : texts.english()
                                ? dictionaries.get(dictionary).english(v)
                                : dictionaries.get(dictionary).label(v))
                .collect(Collectors.joining("、"));
    }
}
