package org.talenthub.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/** The parameters of a request that asks for a list: those it knows, and no other. */
public final class Parameters {

    private static final int USUAL_SIZE = 20;

    private final Map<String, List<String>> given;

    private Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** @throws Problem 400 {@code parameter.unknown} for any other; the language is everybody's */
    public static Parameters only(Map<String, List<String>> given, String... known) {
        List<String> names = List.of(known);
        for (String name : given.keySet()) {
            if (!names.contains(name) && !name.equals("lang")) {
                throw Problem.badRequest(
                        "parameter.unknown",
                        Sentence.of(
                                "refused.parameter.unknown.other",
                                name,
                                names.isEmpty()
                                        ? Sentence.plain("")
                                        : Sentence.of("refused.parameter.unknown.part", Sentence.list(names))));
            }
        }
        return new Parameters(given);
    }

    /** Without blanks around it; null when it is absent or blank. */
    public @Nullable String text(String name) {
        List<String> values = given.get(name);
        String value = values == null || values.isEmpty() || values.getFirst() == null
                ? ""
                : values.getFirst().strip();
        return value.isEmpty() ? null : value;
    }

    /** @throws Problem 400 unless it is one of them, in small or large letters */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> of) {
        String value = text(name);
        return value == null ? Optional.empty() : Optional.of(choice(name, value, of));
    }

    /** The same of a value that stands in a body. */
    public static <E extends Enum<E>> E choice(String name, String value, Class<E> of) {
        return Stream.of(of.getEnumConstants())
                .filter(e -> e.name().equals(value.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "parameter.value",
                        Sentence.of(
                                "refused.parameter.value.choice",
                                name,
                                Sentence.list(Stream.of(of.getEnumConstants())
                                        .map(Enum::name)
                                        .toList()))));
    }

    /** By {@code page} and {@code size}. @throws Problem 400 */
    public Paging paging() {
        return new Paging(number("page", 0), number("size", USUAL_SIZE));
    }

    private int number(String name, int otherwise) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("parameter.value", Sentence.of("refused.parameter.value.number", name));
        }
    }
}
