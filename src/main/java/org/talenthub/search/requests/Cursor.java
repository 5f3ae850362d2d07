package org.talenthub.search.requests;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.search.kinds.Sorting;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Where a list goes on: the sort values of its last item, behind the order's name; opaque to callers. */
public final class Cursor {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 1_000;
    private static final String NEAR = "near:";

    private Cursor() {}

    public static String write(Sorting sorting, List<FieldValue> last) {
        ArrayNode array = JSON.createArrayNode().add(sorting.name());
        for (FieldValue v : last) {
            if (v.isString()) {
                array.add(v.stringValue());
            } else if (v.isDouble()) {
                array.add(v.doubleValue());
            } else {
                array.add(v.longValue());
            }
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(array).getBytes(StandardCharsets.UTF_8));
    }

    /** Goes on among those that are near, behind so many. */
    public static String write(int near) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((NEAR + near).getBytes(StandardCharsets.UTF_8));
    }

    /** How many of those that are near were there already; empty for a cursor among the literal ones, or none. */
    public static Optional<Integer> near(@Nullable String text) {
        try {
            String plain = text == null || text.length() > LONGEST
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return plain.matches(NEAR + "\\d{1,5}")
                    ? Optional.of(Integer.parseInt(plain.substring(NEAR.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws Problem 400 when it was not written for this order */
    public static List<FieldValue> read(String text, Sorting sorting) {
        try {
            if (text.length() > LONGEST) {
                throw unusable();
            }
            JsonNode array = JSON.readTree(Base64.getUrlDecoder().decode(text));
            if (!array.isArray()
                    || array.size() != sorting.by().size() + 1
                    || !sorting.name().equals(array.get(0).stringValue(""))) {
                throw unusable();
            }
            List<FieldValue> values = new ArrayList<>();
            for (int i = 0; i < sorting.by().size(); i++) {
                values.add(value(array.get(i + 1), sorting.by().get(i)));
            }
            return values;
        } catch (IllegalArgumentException | JacksonException e) {
            throw unusable();
        }
    }

    private static FieldValue value(JsonNode node, Sorting.By by) {
        boolean fits = by.text() ? node.isString() : node.isNumber();
        if (!fits || (by.field().equals("id") && Ids.parse(node.stringValue()).isEmpty())) {
            throw unusable();
        }
        return by.text()
                ? FieldValue.of(node.stringValue())
                : by.field().equals("_score") ? FieldValue.of(node.doubleValue()) : FieldValue.of(node.longValue());
    }

    private static Problem unusable() {
        return Problem.badRequest("cursor.invalid", Sentence.of("refused.cursor.invalid"));
    }
}
