package org.talenthub.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.PersonalData;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.records.erasure.Persons;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** Erases a person from everything that the hub keeps, in one transaction, and says so on a certificate. */
@Component
class Erasures {

    private static final int LONGEST = 500;

    private final List<PersonalData> kept;
    private final Persons persons;
    private final Records records;
    private final Rights rights;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Erasures(
            List<PersonalData> kept,
            Persons persons,
            Records records,
            Rights rights,
            Audit audit,
            JdbcClient jdbc,
            JsonMapper json) {
        this.kept = kept;
        this.persons = persons;
        this.records = records;
        this.rights = rights;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * That a person was erased; names nobody.
     *
     * @param id number of the certificate
     * @param record id that the person's record had
     * @param erased how much of what went: reports, files, lists …
     */
    record Certificate(String id, String record, Instant at, String by, String request, Map<String, Long> erased) {}

    /** The person as the viewer sees it. @throws Problem 403, 404 */
    RecordView person(String id, Viewer viewer) {
        rights.require(Act.ERASE, Thing.PERSON, viewer, Sentence.of("refused.forbidden.erase"));
        return Ids.parse(id)
                .flatMap(i -> records.view(i, viewer))
                .filter(v -> v.type().equals("talent"))
                .orElseThrow(Problem::notFound);
    }

    /**
     * @param request who asked for it, when and how; no name or number, since this is kept
     * @throws Problem 400 without a request, 403, 404; 409 while a file that names the person is being read
     */
    @Transactional
    public Certificate erase(String id, @Nullable String request, Viewer viewer) {
        RecordView view = person(id, viewer);
        String said = request == null ? "" : request.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw Problem.badRequest("erase.request", Sentence.of("refused.erase.request", LONGEST));
        }
        if (said.contains(view.name())) {
            throw Problem.badRequest("erase.request.name", Sentence.of("refused.erase.request.name"));
        }
        long record = Ids.parse(view.id()).orElseThrow(Problem::notFound);
        Persons.Found found = persons.lock(record);
        Map<String, Long> erased = new TreeMap<>();
        for (PersonalData holder : kept) {
            erased.merge(holder.kind(), holder.erase(found.person()), Long::sum);
        }
        Certificate c =
                new Certificate(Ids.text(Ids.next()), view.id(), Instant.now(), viewer.displayName(), said, erased);
        jdbc.sql("insert into erasure (id, record_id, key_hash, request, erased, account_id, done_by, done_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.parse(c.id()).orElseThrow())
                .param(record)
                .param(found.key())
                .param(said)
                .param(json.writeValueAsString(erased))
                .param(viewer.account())
                .param(c.by())
                .param(Timestamp.from(c.at()))
                .update();
        audit.record(viewer, "talent.erase", "talent", view.id(), said);
        return c;
    }
}
