package org.talenthub.search.kinds;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.FilterMaker;

/** The filters of each kind, as the contract lists them. */
@Component
public class Filters {

    private final FilterMaker maker;
    private final Map<Kind, Map<String, Filter>> byKind = new EnumMap<>(Kind.class);

    Filters(FilterMaker maker) {
        this.maker = maker;
        for (Kind kind : Kind.values()) {
            Map<String, Filter> filters = new LinkedHashMap<>();
            KindTraits traits = KindTraits.of(kind);
            Stream.concat(maker.common(kind, traits::in, traits.place()), traits.filters(maker))
                    .forEach(f -> filters.put(f.name(), f));
            byKind.put(kind, filters);
        }
    }

    /** By name, in the order that the screen shows them. */
    public Map<String, Filter> of(Kind kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    /**
     * Whether nothing is called so, as somebody who misspelt it should be told; only those who see all records are, since to others it
     * would tell what there is elsewhere.
     */
    public boolean unknownEnterprise(String value, Filter.Circumstances c) {
        return maker.unknownEnterprise(value, c);
    }
}
