package org.talenthub.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.model.Call;
import org.talenthub.lifecycle.model.Calls;
import org.talenthub.lifecycle.model.CarrierKind;
import org.talenthub.lifecycle.model.Criterion;
import org.talenthub.security.Audit;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** The province's calls, with what they ask for and their documents. */
@Component
public class Calling {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_EVIDENCE = 120;
    private static final int MOST_EVIDENCE = 20;
    private static final int MOST_FILES = 20;
    private static final int WHOLE = 100;

    private final Calls calls;
    private final Rights rights;
    private final Audit audit;
    private final SealedPdf pdf;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Calling(Calls calls, Rights rights, Audit audit, SealedPdf pdf, JdbcClient jdbc, JsonMapper json) {
        this.calls = calls;
        this.rights = rights;
        this.audit = audit;
        this.pdf = pdf;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A call as it is written.
     *
     * @param quota the guidelines' when null
     * @param text what it says besides
     * @param criteria criterion to points, together 100; the proposed ones when null
     * @param evidence names of papers without which nothing is submitted
     */
    public record Wish(
            @Nullable Integer year,
            @Nullable CarrierKind kind,
            @Nullable String title,
            @Nullable Integer quota,
            @Nullable LocalDate deadline,
            @Nullable String text,
            @Nullable Map<String, Integer> criteria,
            @Nullable List<String> evidence) {}

    /** A document of a call, public as it is. */
    public record Paper(String id, String name, long size, String sha256, Instant at) {}

    /** @throws Problem 400, 403; 409 when the year has its call already */
    @Transactional
    public Call publish(Wish wish, Viewer viewer) {
        province(viewer);
        Integer year = wish.year();
        CarrierKind kind = wish.kind();
        LocalDate deadline = wish.deadline();
        if (year == null || kind == null || deadline == null) {
            throw Problem.badRequest("call.incomplete", Sentence.of("refused.call.incomplete"));
        }
        if (calls.existsByYearAndKind(year, kind)) {
            throw Problem.conflict("call.exists", Sentence.of("refused.call.exists", year));
        }
        Integer quota = wish.quota();
        Call call = calls.save(new Call(
                year,
                kind,
                wish.title() == null ? "" : wish.title().strip(),
                new Call.Terms(
                        quota == null ? kind.quota() : quota,
                        deadline,
                        text(wish.text()),
                        criteria(wish.criteria()),
                        json.writeValueAsString(evidence(wish.evidence()))),
                viewer.displayName()));
        audit.record(viewer, "call.publish", "call", Ids.text(call.id()), null);
        return call;
    }

    private void province(Viewer viewer) {
        rights.require(Act.DECIDE, Thing.CASE, viewer, Sentence.of("refused.forbidden.publish"));
        if (viewer.role() != Role.PROVINCE) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.publish"));
        }
    }

    private static @Nullable String text(@Nullable String given) {
        String clean = given == null ? "" : given.strip();
        if (clean.length() > LONGEST) {
            throw Problem.badRequest("call.text", Sentence.of("refused.call.text", LONGEST));
        }
        return clean.isEmpty() ? null : clean;
    }

    private String criteria(@Nullable Map<String, Integer> given) {
        if (given == null || given.isEmpty()) {
            return "{}";
        }
        List<String> names =
                Arrays.stream(Criterion.values()).map(Criterion::key).toList();
        boolean each = given.size() == names.size()
                && names.stream().allMatch(n -> {
                    Integer points = given.get(n);
                    return points != null && points > 0;
                });
        if (!each || given.values().stream().mapToInt(i -> i).sum() != WHOLE) {
            throw Problem.badRequest("call.criteria", Sentence.of("refused.call.criteria", Sentence.list(names)));
        }
        return json.writeValueAsString(given);
    }

    private static List<String> evidence(@Nullable List<String> given) {
        List<String> names = given == null
                ? List.of()
                : given.stream()
                        .map(n -> Objects.toString(n, "").strip())
                        .filter(n -> !n.isEmpty())
                        .distinct()
                        .collect(Collectors.toList());
        if (names.size() > MOST_EVIDENCE || names.stream().anyMatch(n -> n.length() > LONGEST_EVIDENCE)) {
            throw Problem.badRequest(
                    "call.evidence", Sentence.of("refused.call.evidence", MOST_EVIDENCE, LONGEST_EVIDENCE));
        }
        return names;
    }

    public List<Paper> papers(Call call) {
        return jdbc.sql(
                        "select id, name, size, sha256, uploaded_at from carrier_call_file where call_id = ? order by id")
                .param(call.id())
                .query((rs, i) -> new Paper(
                        Ids.text(rs.getLong(1)),
                        rs.getString(2),
                        rs.getLong(3),
                        rs.getString(4),
                        rs.getTimestamp(5).toInstant()))
                .list();
    }

    /** @throws Problem 404 */
    public Paper paper(Call call, String id) {
        return papers(call).stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow(Problem::notFound);
    }

    /** @throws Problem 403 for all but the province; 409, 413, 415, 422 as for any paper */
    @Transactional
    public Paper add(Call call, String fileName, InputStream in, Viewer viewer) throws IOException {
        province(viewer);
        if (papers(call).size() >= MOST_FILES) {
            throw Problem.conflict("evidence.many", Sentence.of("refused.evidence.many", MOST_FILES));
        }
        long file = Ids.next();
        SealedPdf.Kept kept = pdf.keep(file, in);
        Paper paper = new Paper(Ids.text(file), SealedPdf.name(fileName), kept.size(), kept.sha256(), Instant.now());
        jdbc.sql("insert into carrier_call_file (id, call_id, name, size, sha256, uploaded_by, uploaded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file,
                        call.id(),
                        paper.name(),
                        paper.size(),
                        paper.sha256(),
                        viewer.displayName(),
                        Timestamp.from(paper.at()))
                .update();
        audit.record(viewer, "call.file", "call", Ids.text(call.id()), null);
        return paper;
    }

    public void write(Paper paper, OutputStream out) throws IOException {
        pdf.write(Ids.parse(paper.id()).orElseThrow(Problem::notFound), paper.size(), out);
    }
}
