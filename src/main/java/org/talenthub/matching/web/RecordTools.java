package org.talenthub.matching.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.matching.candidates.Reach;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;
import org.talenthub.web.RecordTool;
import org.talenthub.web.Texts;

/** From a demand to its candidates, from a person to the demands it may fit. */
@Component
class RecordTools implements RecordTool {

    private final Rights rights;
    private final Reach reach;
    private final Records records;
    private final Texts texts;

    RecordTools(Rights rights, Reach reach, Records records, Texts texts) {
        this.rights = rights;
        this.reach = reach;
        this.records = records;
        this.texts = texts;
    }

    @Override
    public Optional<Tool> of(String type, String id, Viewer viewer) {
        boolean demand = type.equals("demand");
        if ((!demand && !type.equals("talent")) || !rights.may(Act.READ, Thing.MATCH, viewer)) {
            return Optional.empty();
        }
        RecordSnapshot record =
                Ids.parse(id).map(i -> records.snapshots(List.of(i)).get(i)).orElse(null);
        if (record == null || !(demand ? reach.ofDemand(record, viewer) : reach.ofPerson(record, viewer))) {
            return Optional.empty();
        }
        return Optional.of(
                demand
                        ? new Tool(texts.text("match.tool.candidates"), "/demands/" + id + "/candidates")
                        : new Tool(texts.text("match.tool.needs"), "/talents/" + id + "/needs"));
    }
}
