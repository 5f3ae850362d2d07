package org.talenthub.common;

import java.util.List;

/**
 * An action that is not allowed in the state a thing is in. It is told in the words of the message bundles ({@code <thing>.<STATE>},
 * {@code <thing>.act.<ACTION>}), and programs get what is allowed instead.
 */
public final class NotNow extends Problem {

    private static final long serialVersionUID = 1L;

    private final String thing;
    private final String state;
    private final String action;
    private final transient List<String> allowed;

    NotNow(String code, String thing, String state, String action, List<String> allowed) {
        super(409, code, Sentence.of("refused.not-now"));
        this.thing = thing;
        this.state = state;
        this.action = action;
        this.allowed = List.copyOf(allowed);
    }

    public String thing() {
        return thing;
    }

    public String state() {
        return state;
    }

    public String action() {
        return action;
    }

    /** Names of the actions that the caller may do now, in their order. */
    public List<String> allowed() {
        return allowed;
    }
}
