package org.talenthub.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.talenthub.importing.Imports;
import org.talenthub.importing.batch.BatchView;
import org.talenthub.portal.ShellView.Section;
import org.talenthub.records.duplicates.Suspects;
import org.talenthub.results.saved.Alerts;
import org.talenthub.search.Kind;
import org.talenthub.search.Searches;
import org.talenthub.security.CurrentViewer;
import org.talenthub.security.HubMode;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Fills the frame of every page; asked by the layout itself, so that error pages have it too and it must not fail. */
@Component
public class Shell {

    private static final Logger log = LoggerFactory.getLogger(Shell.class);

    private static final String TOTALS = Shell.class.getName() + ".totals";

    private static final int RECENT = 20;

    private final CurrentViewer current;
    private final HubMode mode;
    private final Searches searches;
    private final Imports imports;
    private final Suspects suspects;
    private final Alerts alerts;
    private final Texts texts;

    Shell(
            CurrentViewer current,
            HubMode mode,
            Searches searches,
            Imports imports,
            Suspects suspects,
            Alerts alerts,
            Texts texts) {
        this.current = current;
        this.mode = mode;
        this.searches = searches;
        this.imports = imports;
        this.suspects = suspects;
        this.alerts = alerts;
        this.texts = texts;
    }

    public ShellView view() {
        Viewer viewer = current.get();
        boolean reports = viewer.is(Role.STATION, Role.BASE, Role.PROVINCE, Role.CITY);
        return new ShellView(
                mode.demo(),
                viewer.anonymous(),
                who(viewer),
                sections(viewer),
                reports,
                waiting(viewer),
                suspects.mayDecide(viewer),
                suspects(viewer),
                fresh(viewer),
                viewer.is(Role.ADMIN),
                otherLanguage(),
                texts.text("print.note", who(viewer), Texts.time(Instant.now())));
    }

    /** This page in the other language. */
    private String otherLanguage() {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("lang", texts.english() ? "zh-CN" : "en")
                .build()
                .toUriString();
    }

    private String who(Viewer viewer) {
        String name = viewer.carrierName() == null ? viewer.displayName() : viewer.carrierName();
        String role = texts.text("role." + viewer.role());
        return name.endsWith(role) && viewer.carrierName() == null ? name : name + " · " + role;
    }

    /** The numbers of the sections, when the page has them already. */
    public static void remember(HttpServletRequest request, Map<Kind, Long> totals) {
        request.setAttribute(TOTALS, totals);
    }

    @SuppressWarnings("unchecked") // only remember() puts it there
    private Map<Kind, Long> totals(Viewer viewer) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (away(request)) {
            throw new IllegalStateException("something is away already");
        }
        Object known = request == null ? null : request.getAttribute(TOTALS, RequestAttributes.SCOPE_REQUEST);
        return known == null ? searches.totals(viewer) : (Map<Kind, Long>) known;
    }

    /** The page says already that an engine is away: asking one that hangs again would double the wait for that page. */
    private static boolean away(@Nullable RequestAttributes request) {
        return request instanceof ServletRequestAttributes servlet
                && servlet.getResponse() != null
                && servlet.getResponse().getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private List<Section> sections(Viewer viewer) {
        try {
            return totals(viewer).entrySet().stream()
                    .map(t -> section(t.getKey(), t.getValue()))
                    .toList();
        } catch (RuntimeException away) {
            log.debug("totals are not to be had", away);
            return Arrays.stream(Kind.values())
                    .filter(k -> k != Kind.TALENT || viewer.is(Role.PROVINCE, Role.CITY, Role.BASE, Role.STATION))
                    .map(k -> new Section(k.path(), Address.search(k.path()).toString(), null))
                    .toList();
        }
    }

    private static Section section(Kind kind, Long total) {
        return new Section(kind.path(), Address.search(kind.path()).toString(), total);
    }

    private int suspects(Viewer viewer) {
        try {
            return suspects.waiting(viewer);
        } catch (RuntimeException away) {
            log.debug("suspects are not to be had", away);
            return 0;
        }
    }

    private int fresh(Viewer viewer) {
        try {
            return alerts.count(viewer);
        } catch (RuntimeException away) {
            log.debug("news are not to be had", away);
            return 0;
        }
    }

    private int waiting(Viewer viewer) {
        try {
            return viewer.is(Role.STATION, Role.BASE)
                    ? (int) imports.list(viewer, 0, RECENT).items().stream()
                            .filter(BatchView::previewed)
                            .count()
                    : 0;
        } catch (RuntimeException away) {
            log.debug("batches are not to be had", away);
            return 0;
        }
    }
}
