package org.talenthub.search.finding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What Elasticsearch marked in its copy of a text, held against the text that the viewer reads. */
final class Marks {

    private Marks() {}

    /**
     * Whether all of it stands in the value shown. The copy may be older, or say less than the viewer may read; it must never say more.
     *
     * @param value text, list of texts, or a neighbour's {@code {id?, name, code?}}
     */
    static boolean shown(List<String> marked, @Nullable Object value) {
        List<String> texts = texts(value).map(Marks::close).toList();
        return marked.stream().map(Marks::plain).allMatch(m -> texts.stream().anyMatch(t -> t.contains(m)));
    }

    private static Stream<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.of();
            case Collection<?> several -> several.stream().map(String::valueOf);
            case Map<?, ?> neighbour -> Stream.of(String.valueOf(neighbour.get("name")));
            default -> Stream.of(value.toString());
        };
    }

    private static String plain(String marked) {
        return close(HtmlUtils.htmlUnescape(marked.replace("<mark>", "").replace("</mark>", "")));
    }

    /** Fragments begin and end at any blank. */
    private static String close(String text) {
        return text.replaceAll("\\s+", "");
    }
}
