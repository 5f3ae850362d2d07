package org.talenthub.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.security.Audit;
import org.talenthub.security.AuditEntry;
import org.talenthub.security.CurrentViewer;
import org.talenthub.security.Viewer;

/** Writes down that a person was opened, or that people were looked for, while the answer is still here. */
@Component
class Reads {

    private static final String TALENT = "talent";
    private static final String DONE = Reads.class.getName();
    private static final int LONGEST_QUESTION = 300;

    private static final Pattern PERSON = Pattern.compile("(?:/api/v1)?/talents/([^/]+)(?:/(?!access-log|unmask).*)?");
    private static final Pattern PEOPLE =
            Pattern.compile("/api/v1/(talents|search|demands/[^/]+/candidates|matches)|/search|/compare");

    private final Audit audit;
    private final Records records;
    private final Rights rights;
    private final CurrentViewer current;

    Reads(Audit audit, Records records, Rights rights, CurrentViewer current) {
        this.audit = audit;
        this.records = records;
        this.rights = rights;
        this.current = current;
    }

    /** Once a request, of a question that is answered. */
    void note(HttpServletRequest request, HttpServletResponse response) {
        if (!"GET".equals(request.getMethod())
                || response.getStatus() != HttpServletResponse.SC_OK
                || request.getAttribute(DONE) != null
                || request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) == null) {
            return;
        }
        Viewer viewer = current.get();
        if (viewer.anonymous() || !rights.may(Act.READ, TALENT, viewer)) {
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        AuditEntry entry = entry(path, request);
        if (entry != null) {
            request.setAttribute(DONE, true);
            audit.write(viewer, entry);
        }
    }

    private @Nullable AuditEntry entry(String path, HttpServletRequest request) {
        Matcher person = PERSON.matcher(path);
        if (person.matches()) {
            RecordSnapshot r = Ids.parse(person.group(1))
                    .map(id -> records.snapshots(List.of(id)).get(id))
                    .filter(s -> s.type().equals(TALENT))
                    .orElse(null);
            return r == null
                    ? null
                    : AuditEntry.of(AuditEntry.Act.READ, "talent.read")
                            .about(TALENT, Ids.text(r.id()))
                            .in(r.region());
        }
        return PEOPLE.matcher(path).matches()
                ? AuditEntry.of(AuditEntry.Act.SEARCH, "talent.search")
                        .of(request.getParameterMap().keySet().stream()
                                .filter(n -> n.matches("[a-zA-Z]{1,40}"))
                                .sorted()
                                .toList())
                        .saying(question(request.getParameter("q")))
                : null;
    }

    /** What was typed, without what may be somebody's number. */
    private static @Nullable String question(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        String masked = Contacts.mask(q);
        return masked.substring(0, Math.min(LONGEST_QUESTION, masked.length()));
    }
}
