package org.talenthub.portal.terminal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of the terminal. */
final class TerminalView {

    private TerminalView() {}

    /** @param under what tells it apart from others of the name */
    record Hit(String href, String title, String under) {}

    /** @param within the industry or node that they stand at; empty for all */
    record Results(
            String kind,
            String q,
            String within,
            String total,
            List<Hit> hits,
            @Nullable String previous,
            @Nullable String next) {}

    record Fact(String label, String value) {}

    /** @param code address of its QR code */
    record Thing(String title, List<Fact> facts, String code) {}
}
