package org.talenthub.portal;

import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** Shows a value with its search hits marked: escaped HTML with {@code <mark>} and nothing else. */
public record Marked(Map<String, List<String>> highlights) {

    /** The value, marked where a fragment of one of the fields (the first that fits) is part of it. */
    public String html(String value, String... fields) {
        String escaped = HtmlUtils.htmlEscape(value, "UTF-8");
        for (String field : fields) {
            for (String fragment : highlights.getOrDefault(field, List.of())) {
                String plain = escape(fragment.replace("<mark>", "").replace("</mark>", ""));
                String marked =
                        escape(fragment).replace("&lt;mark&gt;", "<mark>").replace("&lt;/mark&gt;", "</mark>");
                if (!plain.isEmpty() && escaped.contains(plain)) {
                    return escaped.replace(plain, marked);
                }
            }
        }
        return escaped;
    }

    /** A fragment with its marks and no other markup, wherever it comes from. */
    public static String safe(String fragment) {
        return escape(fragment).replace("&lt;mark&gt;", "<mark>").replace("&lt;/mark&gt;", "</mark>");
    }

    /** Brings an already escaped fragment into the very form in which this class escapes. */
    private static String escape(String html) {
        return HtmlUtils.htmlEscape(HtmlUtils.htmlUnescape(html), "UTF-8");
    }
}
