package org.talenthub.editions.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.editions.model.Edition.Head;
import tools.jackson.databind.JsonNode;

/** Reads what callers send, and says what of it cannot be. */
final class Given {

    private static final int USUAL_SIZE = 20;

    private Given() {}

    /** @throws Problem 400 for a parameter that there is not */
    static void only(Map<String, ?> parameters, String... known) {
        Set<String> names = Set.of(known);
        parameters.keySet().stream()
                .filter(p -> !names.contains(p) && !p.equals("lang"))
                .findFirst()
                .ifPresent(p -> {
                    throw Problem.badRequest(
                            "parameter.unknown",
                            Sentence.of("refused.parameter.unknown.only", p, Sentence.list(List.of(known))));
                });
    }

    static Paging paging(Map<String, String> parameters) {
        return new Paging(number(parameters, "page", 0), number(parameters, "size", USUAL_SIZE));
    }

    private static int number(Map<String, String> parameters, String name, int otherwise) {
        String text = parameters.get(name);
        try {
            return text == null || text.isBlank() ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.badRequest(name + ".invalid", Sentence.of("refused.number.whole", name, text));
        }
    }

    /** One of an enumeration; null when nothing is given. */
    static <E extends Enum<E>> @Nullable E one(Class<E> type, String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        name + ".unknown",
                        Sentence.of(
                                "refused.value.one",
                                name,
                                text,
                                Sentence.list(Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList()))));
    }

    static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("date.invalid", Sentence.of("refused.date.invalid", text));
        }
    }

    /** @throws Problem 404 for a text that is no id */
    static long id(String text) {
        return Ids.parse(text).orElseThrow(Problem::notFound);
    }

    static List<Long> ids(Collection<String> texts) {
        return texts.stream().map(Given::id).toList();
    }

    /** The object that was sent; an empty one for nothing. */
    static JsonNode object(@Nullable JsonNode body, String... known) {
        if (body == null || body.isNull() || body.isMissingNode()) {
            return tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        }
        if (!body.isObject()) {
            throw Problem.badRequest("body.object", Sentence.of("refused.body.object"));
        }
        Set<String> names = Set.of(known);
        body.propertyNames().stream()
                .filter(n -> !names.contains(n))
                .findFirst()
                .ifPresent(n -> {
                    throw Problem.badRequest(
                            "field.unknown", Sentence.of("refused.field.unknown", n, Sentence.list(List.of(known))));
                });
        return body;
    }

    static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() && !value.isNumber()) {
            throw Problem.badRequest("field.invalid", Sentence.of("refused.field.invalid", field));
        }
        return value.asString();
    }

    static @Nullable Integer integer(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw Problem.badRequest("field.invalid", Sentence.of("refused.field.invalid.integer", field));
        }
        return value.asInt();
    }

    /** Null where the field is absent. */
    static @Nullable List<Long> idsOf(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isArray() || value.valueStream().anyMatch(v -> !v.isString())) {
            throw Problem.badRequest("field.invalid", Sentence.of("refused.field.invalid.idsOf", field));
        }
        return value.valueStream().map(v -> id(v.asString())).toList();
    }

    static Head head(JsonNode body) {
        String number = text(body, "number");
        String document = text(body, "document");
        return new Head(
                text(body, "title"),
                number == null || number.isBlank() ? null : number.strip(),
                day(text(body, "date")),
                document == null || document.isBlank() ? null : document.strip());
    }
}
