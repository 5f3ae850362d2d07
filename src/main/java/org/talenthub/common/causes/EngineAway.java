package org.talenthub.common.causes;

/** Elasticsearch cannot be reached, or refuses for now; the same call may succeed later. */
public class EngineAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineAway(String what, Throwable cause) {
        super(what, cause);
    }

    public EngineAway(String what) {
        super(what);
    }
}
