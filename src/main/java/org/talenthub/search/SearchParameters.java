package org.talenthub.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/** A query as parameters of an address, read and written; the same on the site and in the API. */
public final class SearchParameters {

    public static final int DEFAULT_SIZE = 20;
    private static final int MOST_SIZE = 100;

    /** How far one can turn pages; beyond, a cursor goes on. */
    private static final int DEEPEST = 10_000;

    /** A description of a post, pasted. */
    public static final int LONGEST_TEXT = 2_000;

    private static final int LONGEST_VALUE = 200;
    /** Names of the facets to count, apart by commas or each on its own; nothing is counted for {@code none}, all without it. */
    public static final String FACETS = "facets";

    public static final Set<String> NO_FILTERS = Set.of("q", "sort", "page", "size", "cursor", "lang", FACETS);

    /** ?q=…&region=…, with a host and a path before it or not. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?:https?://|[\\w.-]+:\\d+/|[\\w-]+\\.[\\w.-]+/|/)[^\\s?]*)?\\?([A-Za-z]+=[^\\s#]*)(?:#\\S*)?");

    /** The page of one record. */
    private static final Pattern RECORD = Pattern.compile("(?:https?://[^\\s/?]+|[\\w.-]+(?::\\d+)?)?(?:/api/v1)?/(?:"
            + Kind.PATHS + ")/([0-9A-Z]{13})(?:[/?#]\\S*)?");

    /** q=光芯片&region=420100, without what stands before. */
    private static final Pattern BARE =
            Pattern.compile("(?:q=[^\\s&]*|[A-Za-z]+=[^\\s&]+&\\S*=\\S*)(?:&[A-Za-z]+=[^\\s&]*)*");

    private static final Pattern COLLECTION = Pattern.compile(
            "^(?:https?://\\S*?|[\\w.-]+(?::\\d+)?)?/(?:\\S*[?&]tab=|(?:api/v1/)?)(" + Kind.PATHS + ")(?![a-z])");

    /** Where one is in an address, not what is asked. */
    private static final Set<String> PLACE = Set.of("tab", "page", "size", "cursor", "lang", FACETS);

    private SearchParameters() {}

    /**
     * Unknown names are kept among the filters; the search refuses them.
     *
     * @throws Problem 400 when page or size is out of bounds or a text is too long
     */
    public static SearchQuery read(Kind kind, Map<String, List<String>> given) {
        Map<String, List<String>> parameters = pasted(given);
        String q = first(parameters, "q").orElse("");
        if (q.length() > LONGEST_TEXT) {
            throw Problem.badRequest("q.long", Sentence.of("refused.q.long.read", LONGEST_TEXT));
        }
        int page = number(parameters, "page", 0, 0, Integer.MAX_VALUE);
        int size = number(parameters, "size", DEFAULT_SIZE, 1, MOST_SIZE);
        Optional<String> cursor = first(parameters, "cursor");
        if (cursor.isEmpty() && (long) page * size > DEEPEST) {
            throw Problem.badRequest("page.deep", Sentence.of("refused.page.deep", DEEPEST));
        }
        Map<String, List<String>> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            List<String> some =
                    values.stream().filter(v -> v != null && !v.isBlank()).toList();
            if (!NO_FILTERS.contains(name) && !some.isEmpty()) {
                some.forEach(v -> checkLength(name, v));
                filters.put(name, some);
            }
        });
        return new SearchQuery(
                kind,
                q.strip(),
                filters,
                first(parameters, "sort").orElse(""),
                page,
                size,
                cursor.orElse(null),
                facets(parameters));
    }

    private static @Nullable Set<String> facets(Map<String, List<String>> parameters) {
        return parameters.containsKey(FACETS)
                ? parameters.get(FACETS).stream()
                        .flatMap(v -> Stream.of(v.split(",", -1)))
                        .map(String::strip)
                        .filter(v -> !v.isEmpty() && !v.equals("none"))
                        .collect(Collectors.toUnmodifiableSet())
                : null;
    }

    /** An address that was pasted into the box is read as one: its words and conditions come in the place of what was typed. */
    private static Map<String, List<String>> pasted(Map<String, List<String>> given) {
        String typed = first(given, "q").orElse("").strip();
        Map<String, List<String>> read = new LinkedHashMap<>(given);
        read.remove("q");
        Matcher page = RECORD.matcher(typed);
        if (page.matches()) {
            read.put("id", List.of(page.group(1)));
            return read;
        }
        Matcher address = ADDRESS.matcher(BARE.matcher(typed).matches() ? "?" + typed : typed);
        if (!address.matches()) {
            return given;
        }
        for (String pair : address.group(1).split("&", -1)) {
            int at = pair.indexOf('=');
            String name = decoded(at < 0 ? pair : pair.substring(0, at));
            if (at > 0 && !PLACE.contains(name)) {
                read.merge(
                        name,
                        List.of(decoded(pair.substring(at + 1))),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
            }
        }
        return read;
    }

    /** The collection that an address leads to; empty for what is no address, or leads to none. */
    public static Optional<Kind> kindOf(String typed) {
        Matcher kind = COLLECTION.matcher(typed.strip());
        return kind.find() ? Kind.ofPath(kind.group(1)) : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void checkLength(String name, String value) {
        if (value.length() > LONGEST_VALUE) {
            throw Problem.badRequest("filter.long", Sentence.of("refused.filter.long", name));
        }
    }

    /** The words and filters, ready to stand behind a question mark: {@code q=光芯片&industry=OPTO}, encoded. */
    public static String write(SearchQuery q) {
        List<String> pairs = new ArrayList<>();
        if (!q.q().isEmpty()) {
            pairs.add(pair("q", q.q()));
        }
        q.filters().forEach((name, values) -> values.forEach(v -> pairs.add(pair(name, v))));
        return String.join("&", pairs);
    }

    /** A blank as %20, which every reader takes for one; a plus sign is not read as a blank everywhere. */
    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        @Nullable List<String> values = parameters.get(name);
        return values == null
                        || values.isEmpty()
                        || values.getFirst() == null
                        || values.getFirst().isBlank()
                ? Optional.empty()
                : Optional.of(values.getFirst());
    }

    private static int number(Map<String, List<String>> parameters, String name, int otherwise, int least, int most) {
        Optional<String> text = first(parameters, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int n = Integer.parseInt(text.get().strip());
            if (n >= least && n <= most) {
                return n;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        Sentence range = most == Integer.MAX_VALUE
                ? Sentence.of("refused.number.least", least)
                : Sentence.of("refused.number.range", least, most);
        throw Problem.badRequest(name + ".invalid", Sentence.of("refused.number.within", name, range, text.get()));
    }
}
