package org.talenthub.chains;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.chains.NodeAccounts.Account;
import org.talenthub.records.Happening;
import org.talenthub.records.Happenings;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.reference.standards.Industries;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/**
 * Where a record was placed, where it stood under earlier editions of the dictionary, and that a department chose; told to who decides
 * about it.
 */
@Component
class NodeHappenings implements Happenings {

    private final NodeAccounts accounts;
    private final Industries industries;
    private final Rights rights;
    private final Texts texts;

    NodeHappenings(NodeAccounts accounts, Industries industries, Rights rights, Texts texts) {
        this.accounts = accounts;
        this.industries = industries;
        this.rights = rights;
        this.texts = texts;
    }

    @Override
    public List<Happening> of(RecordSnapshot record, RecordView seen, Viewer viewer) {
        if (!rights.may(Act.DECIDE, record.type(), record, viewer)) {
            return List.of();
        }
        Account a = accounts.of(record.id());
        List<Happening> told = new ArrayList<>();
        a.choice()
                .map(c -> new Happening(
                        c.chosenAt(),
                        Happening.Kind.CHOSEN,
                        c.chosenName(),
                        null,
                        labels(c.nodes()) + "：" + c.reason(),
                        null,
                        null))
                .ifPresent(told::add);
        Placement now = a.now();
        // what was chosen is told as such
        if (now != null && a.since() != null && now.state() == Placement.State.PLACED) {
            told.add(placed(a.since(), texts.text("placing.is", labels(now.nodes()), now.version())));
        }
        a.past()
                .forEach(p -> told.add(placed(
                        p.until(),
                        p.placement().nodes().isEmpty()
                                ? texts.text("placing.waited", p.placement().version())
                                : texts.text(
                                        "placing.was",
                                        labels(p.placement().nodes()),
                                        p.placement().version()))));
        return told;
    }

    private Happening placed(Instant at, String what) {
        return new Happening(at, Happening.Kind.PLACED, texts.text("placing.by"), null, what, null, null);
    }

    private String labels(List<String> nodes) {
        return nodes.stream()
                .map(n -> texts.english() ? industries.english(n) : industries.label(n))
                .collect(Collectors.joining(texts.english() ? ", " : "、"));
    }
}
