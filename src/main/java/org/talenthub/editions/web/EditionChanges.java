package org.talenthub.editions.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.editions.publishing.EditionContent;
import org.talenthub.editions.publishing.EditionDiff;
import org.talenthub.editions.publishing.LineState;

/**
 * What changed since the edition before, as the page tells it.
 *
 * @param from id of that one
 * @param parts those that have lines
 */
record EditionChanges(String from, List<Part> parts, int unmoved) {

    /** @param key of its name: new, up, down, gone, filled */
    record Part(String key, List<Line> lines) {}

    /**
     * @param href the line in the edition that has it
     * @param before its number then, null for a new one
     * @param now its number, null for one that is gone
     * @param state what has become of one that is gone
     */
    record Line(
            String href,
            String title,
            @Nullable Integer before,
            @Nullable Integer now,
            @Nullable LineState state) {}

    static EditionChanges of(EditionDiff d) {
        List<Part> parts = Stream.of(
                        new Part(
                                "new",
                                d.added().stream()
                                        .map(l -> new Line(href(d.to(), l), l.title(), null, l.n(), null))
                                        .toList()),
                        new Part("up", moved(d, true)),
                        new Part("down", moved(d, false)),
                        new Part("gone", gone(d)),
                        new Part("filled", those(d, d.filled(), LineState.FILLED)))
                .filter(p -> !p.lines().isEmpty())
                .toList();
        return new EditionChanges(d.from(), parts, d.unmoved());
    }

    private static List<Line> moved(EditionDiff d, boolean up) {
        return d.moved().stream()
                .filter(m -> m.to() < m.from() == up)
                .map(m -> new Line(href(d.to(), m.line()), m.line().title(), m.from(), m.to(), null))
                .toList();
    }

    private static List<Line> gone(EditionDiff d) {
        List<Line> gone = new ArrayList<>(those(d, d.lapsed(), LineState.LAPSED));
        gone.addAll(those(d, d.withdrawn(), LineState.WITHDRAWN));
        gone.addAll(those(d, d.dropped(), LineState.OPEN));
        return gone;
    }

    private static List<Line> those(EditionDiff d, List<EditionContent.Line> lines, LineState state) {
        return lines.stream()
                .map(l -> new Line(href(d.from(), l), l.title(), l.n(), null, state))
                .toList();
    }

    private static String href(String edition, EditionContent.Line l) {
        return "/key-list/" + edition + "#line-" + l.n();
    }
}
