package org.talenthub.editions.lint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;
import org.talenthub.importing.batch.RowAdvice;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Privacy;

/** Reads the public texts of a demand when it is reported: what could not be published is told then, and kept. */
@Component
class DemandWording implements RowAdvice {

    /** Contacts in a text are masked and told of by the column itself. */
    private static final Set<Ground> TOLD = EnumSet.complementOf(EnumSet.of(Ground.CONTACT));

    @Override
    public List<Issue> on(Feed feed, Fields fields) {
        if (!feed.name().equals("demand")) {
            return List.of();
        }
        List<Issue> issues = new ArrayList<>();
        Set<String> people = Set.copyOf(fields.list("contact"));
        for (Column column : feed.columns()) {
            if (column.type() == ColumnType.TEXT && column.privacy() == Privacy.PUBLIC) {
                for (String text : fields.list(column.field())) {
                    for (Finding f : Wording.check(text, false, people)) {
                        if (TOLD.contains(f.ground())) {
                            issues.add(Issue.warning(
                                    column.title(),
                                    "wording." + f.ground().name().toLowerCase(Locale.ROOT),
                                    f.kept(),
                                    f.shown()));
                        }
                    }
                }
            }
        }
        return issues;
    }
}
