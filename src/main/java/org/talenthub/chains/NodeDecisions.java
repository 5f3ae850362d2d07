package org.talenthub.chains;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.records.RecordsChanged;
import org.talenthub.records.outbox.Outbox;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.reference.standards.Industries;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** Departments look at where records stand, and say where they do: the province everywhere, a city in its own region. */
@Component
public class NodeDecisions {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_NODES = 5;

    /** The families of records that stand on chains. */
    public static final List<String> TYPES = List.of("talent", "demand", "enterprise", "platform", "carrier");

    private final NodePlacements placements;
    private final NodeChoices choices;
    private final Records records;
    private final Rights rights;
    private final Industries industries;
    private final Outbox outbox;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    NodeDecisions(
            NodePlacements placements,
            NodeChoices choices,
            Records records,
            Rights rights,
            Industries industries,
            Outbox outbox,
            Audit audit,
            ApplicationEventPublisher events) {
        this.placements = placements;
        this.choices = choices;
        this.records = records;
        this.rights = rights;
        this.industries = industries;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
    }

    /**
     * A record and where it stands.
     *
     * @param record as the viewer sees it
     * @param choice what a department said, if one did
     */
    public record Standing(RecordView record, Placement placement, Optional<NodeChoice> choice) {}

    /** A page of what waits. */
    public record Waiting(long total, List<Standing> items) {}

    /** Where a record stands and by what; for those who decide about it. */
    public Standing of(String id, Viewer viewer) {
        RecordSnapshot r = decided(id, viewer);
        return standing(r, viewer);
    }

    private Standing standing(RecordSnapshot r, Viewer viewer) {
        RecordView view = records.view(r.id(), viewer).orElseThrow(Problem::notFound);
        Placement p = placements
                .one(r.id())
                .map(NodePlacements.Stored::placement)
                .orElseGet(() -> Placement.of(List.of(), industries.version(), false));
        return new Standing(view, p, choices.findById(r.id()));
    }

    /**
     * What waits for a department's decision.
     *
     * @param node code of the node that is likeliest, or null for all
     * @param type of record, or null for all
     */
    public Waiting waiting(@Nullable String node, @Nullable String type, Paging page, Viewer viewer) {
        String code = node == null || node.isBlank() ? null : node(node);
        if (type != null && !TYPES.contains(type)) {
            throw Problem.badRequest("type.unknown", Sentence.of("refused.type.unknown", type, Sentence.list(TYPES)));
        }
        List<String> types = type == null ? TYPES : List.of(type);
        NodePlacements.Queue queue =
                placements.waiting(code, types, rights.extent(Act.DECIDE, types.getFirst(), viewer), page);
        List<Long> ids =
                queue.items().stream().map(NodePlacements.Stored::record).toList();
        Map<Long, RecordView> views = records.views(ids, viewer);
        return new Waiting(
                queue.total(),
                queue.items().stream()
                        .filter(i -> views.containsKey(i.record()))
                        .map(i -> new Standing(
                                Objects.requireNonNull(views.get(i.record())), i.placement(), Optional.empty()))
                        .toList());
    }

    /**
     * From now on the record stands on these nodes, whatever is reported.
     *
     * @throws Problem 400 no node or reason; 403, 404; 422 a node that the dictionary does not have
     */
    @Transactional
    public void choose(String id, List<String> nodes, String reason, Viewer viewer) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Problem.badRequest("choice.reason", Sentence.of("refused.choice.reason", LONGEST_REASON));
        }
        if (nodes.isEmpty() || nodes.size() > MOST_NODES) {
            throw Problem.badRequest("node.count", Sentence.of("refused.node.count", MOST_NODES));
        }
        RecordSnapshot r = decided(id, viewer);
        List<String> codes = nodes.stream().map(this::node).distinct().toList();
        choices.save(new NodeChoice(r.id(), r.type(), codes, Contacts.mask(why), industries.version(), viewer));
        follow(r);
        audit.record(viewer, "node.choose", r.type(), id, String.join(" ", codes) + "：" + Contacts.mask(why));
    }

    /**
     * The record's own words say again where it stands.
     *
     * @throws Problem 403; 404 nothing was chosen
     */
    @Transactional
    public void withdraw(String id, Viewer viewer) {
        RecordSnapshot r = decided(id, viewer);
        choices.delete(choices.findById(r.id())
                .orElseThrow(() -> new Problem(404, "choice.none", Sentence.of("refused.choice.none"))));
        follow(r);
        audit.record(viewer, "node.choose.withdraw", r.type(), id, null);
    }

    private void follow(RecordSnapshot r) {
        outbox.again(List.of(r.id()));
        events.publishEvent(new RecordsChanged(r.type(), List.of()));
    }

    private RecordSnapshot decided(String id, Viewer viewer) {
        long number = Ids.parse(id).orElseThrow(Problem::notFound);
        RecordView view = records.view(number, viewer).orElseThrow(Problem::notFound);
        RecordSnapshot r = records.find(view.type(), view.id()).orElseThrow(Problem::notFound);
        if (!rights.may(Act.DECIDE, r.type(), r, viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.decided"));
        }
        return r;
    }

    /** @throws Problem 422 when the dictionary has no such node */
    private String node(String text) {
        return industries
                .findNode(text)
                .map(Industries.Node::code)
                .orElseThrow(() -> new Problem(
                        422, "node.unknown", Sentence.of("refused.node.unknown", industries.version(), text)));
    }
}
