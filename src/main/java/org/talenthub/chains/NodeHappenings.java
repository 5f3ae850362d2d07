package org.talenthub.chains;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.records.Happening;
import org.talenthub.records.Happenings;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.reference.standards.Industries;
import org.talenthub.security.Viewer;

/** That a department chose where a record stands; told to who decides about it. */
@Component
class NodeHappenings implements Happenings {

    private final NodeChoices choices;
    private final Industries industries;
    private final Rights rights;

    NodeHappenings(NodeChoices choices, Industries industries, Rights rights) {
        this.choices = choices;
        this.industries = industries;
        this.rights = rights;
    }

    @Override
    public List<Happening> of(RecordSnapshot record, RecordView seen, Viewer viewer) {
        return !rights.may(Act.DECIDE, record.type(), record, viewer)
                ? List.of()
                : choices
                        .findById(record.id())
                        .map(c -> new Happening(
                                c.chosenAt(),
                                Happening.Kind.CHOSEN,
                                c.chosenName(),
                                null,
                                c.nodes().stream().map(industries::label).collect(Collectors.joining("、")) + "："
                                        + c.reason(),
                                null,
                                null))
                        .stream()
                        .toList();
    }
}
