package org.talenthub.importing.folder;

import java.text.Normalizer;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.access.Organisation;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.batch.ImportBatch;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/**
 * Whose files lie in a directory of the watched folder: a carrier's exact name, its id, or the credit code of the one carrier of that
 * company; {@code 420100} and the like for a city's organisation department, {@code province} for the province's.
 */
@Component
class IntakeSenders {

    private static final String USERNAME = "folder";

    private final Records records;
    private final Regions regions;

    IntakeSenders(Records records, Regions regions) {
        this.records = records;
        this.regions = regions;
    }

    /** @throws Problem 422 when the directory's name means nobody, or more than one */
    Viewer of(String directory) {
        String name = Normalizer.normalize(directory, Normalizer.Form.NFC).strip();
        if (name.equals("province")) {
            return Organisation.speaker(Organisation.PROVINCE, USERNAME, "省委人才办");
        }
        if (name.matches("\\d{6}")) {
            Region city = regions.prefectures().stream()
                    .filter(r -> r.code().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown(directory));
            return Organisation.speaker(Organisation.ofRegion(city.code()), USERNAME, city.name() + "委组织部");
        }
        List<RecordSnapshot> carriers = records.matching("carrier", name);
        if (carriers.size() > 1) {
            throw Problem.unusable("intake.ambiguous", Sentence.of("refused.intake.ambiguous", directory));
        }
        if (carriers.isEmpty()) {
            throw unknown(directory);
        }
        RecordSnapshot c = carriers.getFirst();
        Role role = "BASE".equals(c.subtype()) ? Role.BASE : Role.STATION;
        return new Viewer(0, USERNAME, c.name(), role, null, c.id(), c.name());
    }

    /** The sender of a batch that is in already. */
    static Viewer of(ImportBatch b) {
        return Organisation.speaker(b.reporter, USERNAME, b.reporterName);
    }

    private static Problem unknown(String directory) {
        return Problem.unusable("intake.sender", Sentence.of("refused.intake.sender", directory));
    }
}
