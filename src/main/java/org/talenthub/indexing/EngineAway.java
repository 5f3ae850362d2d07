package org.talenthub.indexing;

/** Elasticsearch cannot be reached, or refuses for now; the same call may succeed later. */
class EngineAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EngineAway(String what, Throwable cause) {
        super(what, cause);
    }

    EngineAway(String what) {
        super(what);
    }
}
