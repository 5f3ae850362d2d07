package org.talenthub.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Viewers of every role for tests, and requests that they make. */
public final class TestViewers {

    public static final Viewer PROVINCE = of("province", Role.PROVINCE, null, null, null);
    public static final Viewer WUHAN = of("wuhan", Role.CITY, "420100", null, null);
    public static final Viewer BASE = of("base", Role.BASE, null, 11L, "武汉示例光谷人才基地");
    public static final Viewer STATION = of("station", Role.STATION, null, 12L, "湖北示例光电人才驿站");
    public static final Viewer MATCHMAKER = of("matchmaker", Role.MATCHMAKER, null, null, null);
    public static final Viewer ADMIN = of("admin", Role.ADMIN, null, null, null);
    public static final Viewer SECURITY = of("security", Role.SECURITY, null, null, null);
    public static final Viewer AUDITOR = of("auditor", Role.AUDITOR, null, null, null);

    private TestViewers() {}

    /** One of the viewers above. */
    public static Viewer of(Role role) {
        return switch (role) {
            case PROVINCE -> PROVINCE;
            case CITY -> WUHAN;
            case BASE -> BASE;
            case STATION -> STATION;
            case MATCHMAKER -> MATCHMAKER;
            case ADMIN -> ADMIN;
            case SECURITY -> SECURITY;
            case AUDITOR -> AUDITOR;
            case ANONYMOUS -> Viewer.ANONYMOUS;
        };
    }

    /** For {@code mvc.perform(get(…).with(as(STATION)))}, API and site. */
    public static RequestPostProcessor as(Viewer viewer) {
        return viewer.anonymous()
                ? SecurityMockMvcRequestPostProcessors.anonymous()
                : SecurityMockMvcRequestPostProcessors.user(new HubUser(viewer, "{noop}", true, Instant.now()));
    }

    static HubUser user(Viewer viewer, String password) {
        // at the least cost: these are checked often
        return new HubUser(viewer, "{bcrypt}" + new BCryptPasswordEncoder(4).encode(password), true, Instant.now());
    }

    private static Viewer of(
            String name, Role role, @Nullable String region, @Nullable Long carrier, @Nullable String carrierName) {
        return new Viewer(1 + role.ordinal(), name, name, role, region, carrier, carrierName);
    }
}
