package org.talenthub.matching.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.pairs.life.PairReason;
import org.talenthub.matching.placements.PlacementGroups.By;
import org.talenthub.matching.scoring.Lean;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;

/** What an address asks of a list here; what it does not know is refused as elsewhere. */
final class ListParameters {

    private static final int USUAL = 20;
    private static final List<String> ALWAYS = List.of("page", "size", "lang");

    private final MultiValueMap<String, String> given;

    ListParameters(MultiValueMap<String, String> given, String... known) {
        this.given = given;
        List<String> names = new ArrayList<>(Arrays.asList(known));
        names.addAll(ALWAYS);
        given.keySet().stream().filter(n -> !names.contains(n)).findFirst().ifPresent(n -> {
            throw Problem.badRequest(
                    "parameter.unknown", Sentence.of("refused.parameter.unknown", n, Sentence.list(names)));
        });
    }

    @Nullable
    String text(String name) {
        return given.getFirst(name);
    }

    boolean yes(String name) {
        return "true".equals(given.getFirst(name));
    }

    /** What placements are counted by; empty when that is not asked. */
    Optional<By> by() {
        String by = text("by");
        return by == null || by.isBlank()
                ? Optional.empty()
                : Optional.of(Arrays.stream(By.values())
                        .filter(b -> b.key().equals(by.strip()))
                        .findFirst()
                        .orElseThrow(() -> Problem.badRequest(
                                "by.unknown",
                                Sentence.of(
                                        "refused.by.unknown",
                                        Sentence.list(Arrays.stream(By.values())
                                                .map(By::key)
                                                .toList())))));
    }

    /** What a list of placements is narrowed to. */
    Map<By, String> narrowed() {
        Map<By, String> narrowed = new EnumMap<>(By.class);
        for (By by : By.values()) {
            String value = text(by.key());
            if (value != null && !value.isBlank()) {
                narrowed.put(by, value.strip());
            }
        }
        return narrowed;
    }

    Paging paging() {
        return new Paging(number("page", 0), number("size", USUAL));
    }

    private int number(String name, int otherwise) {
        String text = given.getFirst(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.badRequest(name + ".invalid", Sentence.of("refused.number.integer", name, text));
        }
    }

    /** Repeated values, or several with commas between. */
    <E extends Enum<E>> Set<E> states(Class<E> type) {
        Set<E> states = EnumSet.noneOf(type);
        List<String> values = given.getOrDefault("state", List.of());
        for (String value : values) {
            for (String one : value == null ? new String[0] : value.split(",", -1)) {
                if (!one.isBlank()) {
                    states.add(state(type, one));
                }
            }
        }
        return states;
    }

    /** Why a pair came to nothing; null for all. */
    @Nullable
    PairReason reason() {
        String name = text("reason");
        return name == null || name.isBlank()
                ? null
                : PairReason.of(name.strip())
                        .orElseThrow(() -> Problem.badRequest(
                                "reason.unknown",
                                Sentence.of(
                                        "refused.reason.unknown",
                                        Sentence.list(Arrays.stream(PairReason.values())
                                                .map(Enum::name)
                                                .toList()))));
    }

    static <E extends Enum<E>> E state(Class<E> type, @Nullable String name) {
        String wanted = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(s -> s.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "state.unknown",
                        Sentence.of(
                                "refused.state.unknown",
                                Sentence.list(Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList()))));
    }

    /** {@code lean}, beside what narrows a list: 0 words, 50 both, as usual, 100 meaning. */
    record Leaning(Lean lean, Map<String, List<String>> others) {

        static final String NAME = "lean";

        /** @throws Problem 400 for what is no number from 0 to 100 */
        static Leaning of(Map<String, List<String>> given) {
            Map<String, List<String>> others = new LinkedHashMap<>(given);
            List<String> said = others.remove(NAME);
            String text = said == null || said.isEmpty() || said.getFirst() == null
                    ? ""
                    : said.getFirst().strip();
            if (text.isEmpty()) {
                return new Leaning(Lean.BOTH, others);
            }
            if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 100) {
                throw Problem.badRequest("lean.invalid", Sentence.of("refused.lean.invalid"));
            }
            return new Leaning(new Lean(Integer.parseInt(text)), others);
        }

        boolean usual() {
            return lean.equals(Lean.BOTH);
        }

        /** A page of the list that the query asks for. */
        String address(String href, SearchQuery q, int page) {
            List<String> pairs = new ArrayList<>();
            pairs.add(SearchParameters.write(q));
            if (q.size() != SearchParameters.DEFAULT_SIZE) {
                pairs.add("size=" + q.size());
            }
            if (!usual()) {
                pairs.add(NAME + "=" + lean.percent());
            }
            if (page > 0) {
                pairs.add("page=" + page);
            }
            pairs.removeIf(String::isEmpty);
            return pairs.isEmpty() ? href : href + "?" + String.join("&", pairs);
        }
    }
}
