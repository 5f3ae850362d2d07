package org.talenthub.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.security.Viewer;

/** Papers of an application. */
@Component
public class Evidence {

    /** Bytes that a paper may have. */
    public static final long MOST = SealedPdf.MOST;

    /** Characters of whoever added a paper. */
    static final int LONGEST_BY = 100;

    private static final int MOST_FILES = 50;

    private final JdbcClient jdbc;
    private final SealedPdf pdf;
    private final Applying applying;

    Evidence(JdbcClient jdbc, SealedPdf pdf, Applying applying) {
        this.jdbc = jdbc;
        this.pdf = pdf;
        this.applying = applying;
    }

    /** @param evidence which of the papers that the call asks for; null for any other */
    public record Paper(
            String id,
            String name,
            long size,
            String sha256,
            String by,
            Instant at,
            @Nullable String evidence) {}

    public List<Paper> of(Application a) {
        return jdbc.sql(
                        "select id, name, size, sha256, uploaded_by, uploaded_at, evidence from carrier_application_file"
                                + " where application_id = ? order by id")
                .param(a.id())
                .query((rs, i) -> new Paper(
                        Ids.text(rs.getLong(1)),
                        rs.getString(2),
                        rs.getLong(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getTimestamp(6).toInstant(),
                        rs.getString(7)))
                .list();
    }

    /**
     * @param evidence which of the papers that the call asks for; null for any other
     * @throws Problem 413 larger than 20 MB, 415 for what is no PDF, 422 for an empty or encrypted one, 403 and 409 when nothing may be added
     */
    @Transactional
    public Paper add(String id, String fileName, @Nullable String evidence, InputStream in, Viewer viewer)
            throws IOException {
        Application a = applying.get(id, viewer);
        if (applying.level(a, viewer).isEmpty()) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.add"));
        }
        return keep(a, fileName, evidence, in, viewer.displayName());
    }

    /** The same for whoever may add one. */
    Paper keep(Application a, String fileName, @Nullable String evidence, InputStream in, String by)
            throws IOException {
        String which = evidence == null || evidence.isBlank() ? null : evidence.strip();
        List<String> asked = applying.evidence(applying.call(a.call()));
        if (which != null && !asked.contains(which)) {
            throw Problem.badRequest(
                    "evidence.unknown", Sentence.of("refused.evidence.unknown", which, Sentence.list(asked)));
        }
        if (of(a).size() >= MOST_FILES) {
            throw Problem.conflict("evidence.many", Sentence.of("refused.evidence.many", MOST_FILES));
        }
        long file = Ids.next();
        SealedPdf.Kept kept = pdf.keep(file, in);
        Paper paper = new Paper(
                Ids.text(file), SealedPdf.name(fileName), kept.size(), kept.sha256(), by, Instant.now(), which);
        jdbc.sql("insert into carrier_application_file"
                        + " (id, application_id, name, size, sha256, uploaded_by, uploaded_at, evidence)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        file,
                        a.id(),
                        paper.name(),
                        paper.size(),
                        paper.sha256(),
                        paper.by(),
                        Timestamp.from(paper.at()),
                        which))
                .update();
        return paper;
    }

    /** Papers that the call asks for and that are not there. */
    List<Issue> missing(Application a) {
        List<Paper> there = of(a);
        List<Issue> missing = new ArrayList<>();
        for (String asked : applying.evidence(applying.call(a.call()))) {
            if (there.stream().noneMatch(p -> asked.equals(p.evidence()))) {
                missing.add(
                        Issue.error("files", "evidence.missing", Sentence.of("check.evidence.missing", asked), null));
            }
        }
        return missing;
    }

    /** @throws Problem 404 when the paper does not exist for the viewer */
    public Paper paper(String id, String file, Viewer viewer) {
        return of(applying.get(id, viewer)).stream()
                .filter(p -> p.id().equals(file))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    public void write(Paper paper, OutputStream out) throws IOException {
        pdf.write(Ids.parse(paper.id()).orElseThrow(Problem::notFound), paper.size(), out);
    }
}
