package org.talenthub.records.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON texts kept in columns: payload, provenance, sealed values (before sealing) and issues. */
@Component
public class Json {

    private static final TypeReference<TreeMap<String, Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Issue>> ISSUES = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder().build();

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    public Fields fields(String json) {
        return new Fields(mapper.readValue(json, VALUES));
    }

    public Map<String, String> texts(String json) {
        return mapper.readValue(json, TEXTS);
    }

    public List<Issue> issues(@Nullable String json) {
        return json == null ? List.of() : mapper.readValue(json, ISSUES);
    }
}
