package org.talenthub.insight.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.chains.NodeAccounts;
import org.talenthub.chains.NodeChoice;
import org.talenthub.chains.NodeDecisions.Standing;
import org.talenthub.chains.Placement;
import org.talenthub.chains.placing.Place;
import org.talenthub.chains.placing.Way;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.reference.standards.Industries;
import org.talenthub.search.Labels;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Where a record stands on the chains, in words, and the nodes that one can choose. */
@Component
class NodeForms {

    private final NodeAccounts accounts;
    private final Industries industries;
    private final Labels labels;
    private final Texts texts;

    NodeForms(NodeAccounts accounts, Industries industries, Labels labels, Texts texts) {
        this.accounts = accounts;
        this.industries = industries;
        this.labels = labels;
        this.texts = texts;
    }

    record Option(String code, String label) {}

    record Group(String label, List<Option> nodes) {}

    /** @param words of the record that said so */
    record Node(String code, String label, String way, String confidence, String words) {}

    /**
     * @param waits its words say too little; the nodes are those that may be meant
     * @param decision who chose, when and why; null when nobody did
     */
    record Panel(
            List<Node> nodes,
            boolean waits,
            @Nullable String decision,
            @Nullable String guess,
            List<Group> groups) {}

    /** Nothing for who does not decide about the record. */
    Optional<Panel> of(RecordSnapshot record, RecordView seen, Viewer viewer) {
        return accounts.standing(record, seen, viewer).map(this::panel);
    }

    private Panel panel(Standing s) {
        Placement p = s.placement();
        NodeChoice choice = s.choice().orElse(null);
        List<Place> places = choice == null ? p.places() : chosen(choice);
        return new Panel(
                places.stream().map(this::node).toList(),
                choice == null && p.state() == Placement.State.WAITING,
                choice == null
                        ? null
                        : texts.text(
                                "placing.decided", choice.chosenName(), Texts.time(choice.chosenAt()), choice.reason()),
                places.isEmpty() ? null : places.getFirst().node(),
                groups());
    }

    /** A choice holds from the moment it is made, also while the index follows. */
    private List<Place> chosen(NodeChoice choice) {
        return choice.nodes().stream()
                .flatMap(n -> industries.current(n).stream())
                .map(Industries.Node::code)
                .distinct()
                .map(n -> new Place(n, 1, Way.CHOSEN, List.of()))
                .toList();
    }

    private Node node(Place p) {
        return new Node(
                p.node(),
                labels.node(p.node()),
                texts.text("placing.way." + p.way()),
                p.way() == Way.CHOSEN ? "" : Math.round(p.confidence() * 100) + "%",
                p.evidence().stream()
                        .map(e -> e.field().equals("industries") ? labels.node(e.text()) : e.text())
                        .distinct()
                        .collect(Collectors.joining(texts.english() ? ", " : "、")));
    }

    /** All nodes by industry. */
    List<Group> groups() {
        return industries.chains().stream()
                .map(c -> new Group(
                        labels.code(industries.dictionary(), c.code()),
                        c.nodes().stream()
                                .map(n -> new Option(n.code(), labels.node(n.code())))
                                .toList()))
                .toList();
    }
}
