package org.talenthub.importing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.access.Organisation;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.records.Reporter;
import org.talenthub.security.Viewer;

/** The organisation that a viewer reports for. */
@Component
class ReportingFor {

    private final Records records;

    ReportingFor(Records records) {
        this.records = records;
    }

    /** @throws Problem 409 when the viewer's carrier is no more */
    Reporter of(Viewer v) {
        String own = Organisation.of(v);
        if (Reporter.isDepartment(own)) {
            return Reporter.department(v.region(), v.displayName());
        }
        Long id = Organisation.carrierOf(own);
        RecordSnapshot carrier =
                id == null ? null : records.snapshots(List.of(id)).get(id);
        if (carrier == null || !carrier.live()) {
            throw Problem.conflict("carrier.gone", Sentence.of("refused.carrier.gone"));
        }
        return Reporter.carrier(carrier.id(), carrier.name(), carrier.region());
    }
}
