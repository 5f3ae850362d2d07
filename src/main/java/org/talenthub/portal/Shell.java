package org.talenthub.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
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
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.help.Chapters;
import org.talenthub.portal.ShellView.Own;
import org.talenthub.portal.ShellView.Section;
import org.talenthub.search.Kind;
import org.talenthub.search.counting.KindTotals;
import org.talenthub.security.CurrentViewer;
import org.talenthub.security.HubMode;
import org.talenthub.security.Viewer;
import org.talenthub.security.signin.SignedInFrom;
import org.talenthub.web.ShellSection;
import org.talenthub.web.Texts;

/** Fills the frame of every page; asked by the layout itself, so that error pages have it too and it must not fail. */
@Component
public class Shell {

    private static final Logger log = LoggerFactory.getLogger(Shell.class);

    private static final String FOUND = Shell.class.getName() + ".found";

    /** What the words of a search find of each kind: the sections then lead to that. */
    private record Found(String words, Map<Kind, Long> totals) {}

    private final CurrentViewer current;
    private final HubMode mode;
    private final KindTotals totals;
    private final List<ShellSection> contributed;
    private final Waitings waitings;
    private final Texts texts;
    private final Rights rights;

    Shell(
            CurrentViewer current,
            HubMode mode,
            KindTotals totals,
            List<ShellSection> contributed,
            Waitings waitings,
            Texts texts,
            Rights rights) {
        this.current = current;
        this.mode = mode;
        this.totals = totals;
        this.contributed = contributed.stream()
                .sorted(Comparator.comparingInt(ShellSection::order))
                .toList();
        this.waitings = waitings;
        this.texts = texts;
        this.rights = rights;
    }

    public ShellView view() {
        Viewer viewer = current.get();
        return new ShellView(
                mode.demo(),
                viewer.anonymous(),
                who(viewer),
                sections(viewer),
                contributed.stream()
                        .filter(s -> s.shownTo(viewer))
                        .map(s -> new Own(s.key(), s.href(), waitings.of(s, viewer)))
                        .toList(),
                rights.may(Act.EDIT, Thing.HUB, viewer),
                Chapters.of(path(), viewer.role()),
                otherLanguage(),
                texts.text("print.note", who(viewer), Texts.time(Instant.now())),
                viewer.anonymous() ? null : elsewhere());
    }

    private static @Nullable String elsewhere() {
        try {
            return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                            && request.getRequest().getSession(false) != null
                            && request.getRequest().getSession(false).getAttribute(SignedInFrom.ELSEWHERE)
                                    instanceof String told
                    ? told
                    : null;
        } catch (RuntimeException away) {
            log.debug("the session is not to be had", away);
            return null;
        }
    }

    /** Of the page that was asked for, also where an error is told instead. */
    private static String path() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return "";
        }
        HttpServletRequest asked = request.getRequest();
        Object failed = asked.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed instanceof String uri ? uri : asked.getRequestURI())
                .substring(asked.getContextPath().length());
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

    /** The numbers of the sections when the page has them already: of what these words find, which may be none. */
    public static void remember(HttpServletRequest request, String words, Map<Kind, Long> totals) {
        request.setAttribute(FOUND, new Found(words, totals));
    }

    private Found found(Viewer viewer) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (away(request)) {
            throw new IllegalStateException("something is away already");
        }
        return request != null && request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST) instanceof Found known
                ? known
                : new Found("", totals.of(viewer));
    }

    /** The page says already that an engine is away: asking one that hangs again would double the wait for that page. */
    private static boolean away(@Nullable RequestAttributes request) {
        return request instanceof ServletRequestAttributes servlet
                && servlet.getResponse() != null
                && servlet.getResponse().getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private List<Section> sections(Viewer viewer) {
        try {
            Found found = found(viewer);
            return found.totals().entrySet().stream()
                    .map(t -> section(t.getKey(), found.words(), t.getValue()))
                    .toList();
        } catch (RuntimeException away) {
            log.debug("totals are not to be had", away);
            return Arrays.stream(Kind.values())
                    .filter(k -> sees(k, viewer))
                    .map(k -> section(k, "", null))
                    .toList();
        }
    }

    private boolean sees(Kind kind, Viewer viewer) {
        try {
            return rights.may(Act.READ, kind.type(), viewer);
        } catch (RuntimeException away) {
            log.debug("what is given is not to be had", away);
            return false;
        }
    }

    private static Section section(Kind kind, String words, @Nullable Long total) {
        return new Section(
                kind.path(), Address.search(kind.path()).with("q", words).toString(), total);
    }
}
