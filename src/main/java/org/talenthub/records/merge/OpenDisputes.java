package org.talenthub.records.merge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Rights;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.work.Background;
import org.talenthub.common.work.Stage;
import org.talenthub.common.work.Worker;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Viewer;

/**
 * The records on which reports disagree and nobody has decided, for those who decide. Noted in the transaction that derives the record;
 * what an older hub left behind is looked at once, a piece at a time.
 */
@Component
public class OpenDisputes implements Background {

    private static final int PIECE = 200;
    private static final Duration REST = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Records records;
    private final Rights rights;
    private final Feeds feeds;
    private final DerivedRecords derived;
    private final DisputeNotes notes;
    private final Backgrounds backgrounds;
    private final Worker worker =
            new Worker(Stage.WORK, "disputes", "disagreements are counted later, trying again", this::piece);

    OpenDisputes(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Records records,
            Rights rights,
            Feeds feeds,
            DerivedRecords derived,
            DisputeNotes notes,
            Backgrounds backgrounds) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.records = records;
        this.rights = rights;
        this.feeds = feeds;
        this.derived = derived;
        this.notes = notes;
        this.backgrounds = backgrounds;
    }

    /** @param fields names of the columns on which nobody has decided */
    public record Dispute(RecordView record, List<String> fields) {}

    public record Page(long total, int page, int size, List<Dispute> items) {}

    public boolean mayDecide(Viewer viewer) {
        return feeds.all().stream().anyMatch(f -> rights.may(Act.DECIDE, f.name(), viewer));
    }

    /** How many records wait for the viewer's decision. */
    public long count(Viewer viewer) {
        Where where = where(viewer);
        return jdbc.sql("select count(*)" + where.sql)
                .params(where.parameters)
                .query(Long.class)
                .single();
    }

    /** @throws Problem 400 for a page that does not exist, 403 */
    public Page page(int page, int size, Viewer viewer) {
        if (!mayDecide(viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.page"));
        }
        Paging asked = new Paging(page, size);
        Where where = where(viewer);
        List<Object> parameters = new ArrayList<>(where.parameters);
        parameters.addAll(List.of(asked.size(), asked.from()));
        Map<Long, List<String>> fields = jdbc
                .sql("select d.record_id, d.fields" + where.sql + " order by d.record_id desc limit ? offset ?")
                .params(parameters)
                .query((rs, i) ->
                        Map.entry(rs.getLong(1), List.of(rs.getString(2).split(" "))))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
        return new Page(
                count(viewer),
                asked.page(),
                asked.size(),
                records.views(fields.keySet(), viewer).entrySet().stream()
                        .map(e -> new Dispute(e.getValue(), Objects.requireNonNull(fields.get(e.getKey()))))
                        .toList());
    }

    private record Where(String sql, List<Object> parameters) {}

    private Where where(Viewer viewer) {
        List<String> any = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (Feed feed : feeds.all()) {
            switch (rights.extent(Act.DECIDE, feed.name(), viewer)) {
                case Extent.Everything all -> {
                    any.add("d.type = ?");
                    parameters.add(feed.name());
                }
                case Extent.InRegion region -> {
                    any.add("(d.type = ? and p.region like ?)");
                    parameters.addAll(List.of(feed.name(), region.stem() + "%"));
                }
                case Extent.Nothing none -> {}
                case Extent other -> throw new IllegalStateException("decisions are not told apart by " + other);
            }
        }
        return new Where(
                " from record_dispute d join pool_record p on p.id = d.record_id where p.state = 'LIVE' and d.fields <> ''"
                        + " and (" + (any.isEmpty() ? "1 = 0" : String.join(" or ", any)) + ")",
                parameters);
    }

    @Override
    public Worker worker() {
        return worker;
    }

    /** Looks at some of those that an older hub left behind. */
    private Duration piece() {
        Map<String, List<Long>> left = new HashMap<>();
        jdbc.sql("select type, record_id from record_dispute where fields is null limit " + PIECE)
                .query(rs -> {
                    left.computeIfAbsent(rs.getString(1), t -> new ArrayList<>())
                            .add(rs.getLong(2));
                });
        left.forEach((type, ids) -> transaction.executeWithoutResult(s -> {
            derived.takeTurn(type);
            look(type, ids);
        }));
        return left.isEmpty() ? REST : Duration.ZERO;
    }

    private void look(String type, Collection<Long> ids) {
        derived.look(ids, (found, live) -> notes.note(type, ids, found, live, backgrounds.of(ids, live.values())));
    }
}
