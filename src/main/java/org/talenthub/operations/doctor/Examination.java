package org.talenthub.operations.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;
import org.talenthub.engines.Attached;

/** All that is looked at, in the order of what depends on what. */
public final class Examination {

    /** The name on the command line. */
    public static final String COMMAND = "doctor";

    /** The address of an engine that is neither configured nor to be started, for a part of the hub that needs none. */
    static final String NONE = "none";

    private final Environment environment;

    private Examination(Environment environment) {
        this.environment = environment;
    }

    static Examination of(Environment environment) {
        return new Examination(environment);
    }

    /**
     * Prints a line for each finding.
     *
     * @param environment as a hub that starts would have it; the engines of a hub that runs on this home are looked at too
     * @return 0, or 1 when something has to be put right
     */
    public static int print(ConfigurableEnvironment environment) {
        List<Finding> all = new ArrayList<>();
        Map<String, Object> running = Attached.to(environment);
        boolean embedded = !running.isEmpty();
        all.addAll(new MachineCheck(environment).findings());
        if (embedded) {
            environment.getPropertySources().addFirst(new MapPropertySource("running engines", running));
        }
        all.addAll(new KeySetting(environment).findings());
        all.addAll(new DatabaseCheck(environment).findings());
        all.addAll(new SearchCheck(environment).findings());
        all.forEach(f -> System.out.println(f.line()));
        return all.stream().noneMatch(f -> f.fatal() || f.level() == Finding.Level.AWAY) ? 0 : 1;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(new MachineCheck(environment).findings());
        all.addAll(new KeySetting(environment).findings());
        all.addAll(new DatabaseCheck(environment).findings());
        all.addAll(new SearchCheck(environment).findings());
        return all;
    }

    static Path home(Environment environment) {
        return Path.of(environment.getProperty("hub.home", ".hub"))
                .toAbsolutePath()
                .normalize();
    }

    /** Whether the database is one that the hub brings. */
    static boolean embeddedDatabase(Environment environment) {
        return environment.getProperty(
                "hub.engines.embedded.database",
                Boolean.class,
                !environment.containsProperty("spring.datasource.url") && !external(environment, "mysql"));
    }

    static boolean embeddedSearch(Environment environment) {
        return environment.getProperty(
                "hub.engines.embedded.search",
                Boolean.class,
                !environment.containsProperty("spring.elasticsearch.uris") && !external(environment, "elasticsearch"));
    }

    /** Told by other means than the settings, as of containers in tests. */
    private static boolean external(Environment environment, String engine) {
        return !environment.getProperty("hub.command", "").equals(COMMAND)
                && StringUtils.commaDelimitedListToSet(environment.getProperty("hub.engines.external", ""))
                        .contains(engine);
    }
}
