package org.talenthub;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.talenthub.access.RowScope;
import org.talenthub.access.Scope;
import org.talenthub.security.Viewer;

/** A module that opens records to viewers, as events and demands will; nothing unless a test says so. */
@TestConfiguration(proxyBeanMethods = false)
public class GivenRows implements RowScope {

    private static final Map<Viewer, Scope.Grade> TALENTS = new ConcurrentHashMap<>();

    /** Opens talents to a viewer while something is done. */
    public static void talents(Viewer viewer, Scope.Grade grade, Runnable then) {
        TALENTS.put(viewer, grade);
        try {
            then.run();
        } finally {
            TALENTS.remove(viewer);
        }
    }

    @Override
    public Optional<Scope.Grade> of(String type, Viewer viewer) {
        return type.equals("talent") ? Optional.ofNullable(TALENTS.get(viewer)) : Optional.empty();
    }
}
