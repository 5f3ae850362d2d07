package org.talenthub.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.HubTime;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.ApplicationLife.State;
import org.talenthub.pictures.Picture;
import org.talenthub.pictures.Pictures;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** What was found on the spot: a record with photographs, written by the province, read by the departments and the experts of the case. */
@Component
public class SiteVisits {

    private static final String OWNER = "visit";
    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAMES = 400;

    private final JdbcClient jdbc;
    private final Applying applying;
    private final Pictures pictures;
    private final Audit audit;

    SiteVisits(JdbcClient jdbc, Applying applying, Pictures pictures, Audit audit) {
        this.jdbc = jdbc;
        this.applying = applying;
        this.pictures = pictures;
        this.audit = audit;
    }

    /**
     * What somebody wrote of a visit.
     *
     * @param on day, ISO
     */
    public record Wish(
            @Nullable String on,
            @Nullable String visitors,
            @Nullable String findings) {}

    /**
     * A visit.
     *
     * @param visitors who went
     */
    public record Visit(LocalDate on, String visitors, String findings, String by, Instant at) {}

    /**
     * Empty before there was one.
     *
     * @throws Problem 404 for who may not know of it
     */
    public Optional<Visit> of(String id, Viewer viewer) {
        return jdbc.sql("select visited_on, visitors, findings, recorded_by, recorded_at from carrier_visit"
                        + " where application_id = ?")
                .param(seen(id, viewer).id())
                .query((rs, i) -> new Visit(
                        rs.getDate(1).toLocalDate(),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getTimestamp(5).toInstant()))
                .optional();
    }

    /** @throws Problem 400 for what is missing, 403 for all but the province, 409 before the experts and after the recommendation */
    @Transactional
    public Visit write(String id, Wish wish, Viewer viewer) {
        Application a = writable(id, viewer);
        String visitors = wish.visitors() == null ? "" : wish.visitors().strip();
        String findings = wish.findings() == null ? "" : wish.findings().strip();
        if (visitors.isEmpty()
                || visitors.length() > LONGEST_NAMES
                || findings.isEmpty()
                || findings.length() > LONGEST) {
            throw Problem.badRequest(
                    "visit.incomplete", Sentence.of("refused.visit.incomplete", LONGEST_NAMES, LONGEST));
        }
        Visit visit = new Visit(day(wish.on()), visitors, findings, viewer.displayName(), Instant.now());
        jdbc.sql("delete from carrier_visit where application_id = ?")
                .param(a.id())
                .update();
        jdbc.sql("insert into carrier_visit (application_id, visited_on, visitors, findings, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(a.id(), Date.valueOf(visit.on()), visitors, findings, visit.by(), Timestamp.from(visit.at()))
                .update();
        audit.record(viewer, "application.visit-record", "application", id, null);
        return visit;
    }

    public List<Picture> photos(String id, Viewer viewer) {
        return pictures.of(OWNER, seen(id, viewer).id());
    }

    public Picture photo(String id, String photo, Viewer viewer) {
        return pictures.one(OWNER, seen(id, viewer).id(), photo);
    }

    public byte[] bytes(Picture photo) throws IOException {
        return pictures.bytes(photo);
    }

    /** @throws Problem as {@link #write} and for what is no photograph */
    @Transactional
    public Picture add(String id, String fileName, String caption, InputStream in, Viewer viewer) throws IOException {
        Application a = writable(id, viewer);
        Picture added = pictures.add(OWNER, a.id(), fileName, caption, in, viewer.displayName());
        audit.record(viewer, "application.photo", "application", id, null);
        return added;
    }

    /** @throws Problem as {@link #write}, 404 */
    @Transactional
    public void remove(String id, String photo, Viewer viewer) {
        pictures.remove(OWNER, writable(id, viewer).id(), photo);
        audit.record(viewer, "application.photo-removed", "application", id, null);
    }

    /** The carrier that came of it learns what was decided, not what was noted on the way. */
    private Application seen(String id, Viewer viewer) {
        Application a = applying.get(id, viewer);
        if (!applying.works(a, viewer)) {
            throw Problem.notFound();
        }
        return a;
    }

    private Application writable(String id, Viewer viewer) {
        Application a = seen(id, viewer);
        if (applying.level(a, viewer).orElse(Level.CITY) != Level.PROVINCE) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.province"));
        }
        if (a.state() != State.EXPERTS && a.state() != State.VISITED) {
            throw Problem.conflict("visit.not-now", Sentence.of("refused.visit.not-now"));
        }
        return a;
    }

    private static LocalDate day(@Nullable String text) {
        try {
            LocalDate on = text == null || text.isBlank() ? HubTime.today() : LocalDate.parse(text.strip());
            if (!on.isAfter(HubTime.today())) {
                return on;
            }
        } catch (DateTimeException e) {
            throw new Problem(400, "visit.day", Sentence.of("refused.visit.day"));
        }
        throw Problem.badRequest("visit.day", Sentence.of("refused.visit.day"));
    }
}
