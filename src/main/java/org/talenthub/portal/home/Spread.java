package org.talenthub.portal.home;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Of the newest a few from every place, since one place's import would fill the list by itself; the reader's own place comes first. */
final class Spread {

    private Spread() {}

    /**
     * @param items the newest first
     * @param first a place whose items all come before the others', null for none
     */
    static <T> List<T> over(List<T> items, Function<T, String> place, @Nullable String first, int most) {
        Map<String, Deque<T>> places = new LinkedHashMap<>();
        items.forEach(i ->
                places.computeIfAbsent(place.apply(i), p -> new ArrayDeque<>()).add(i));
        Deque<T> own = first == null ? null : places.remove(first);
        List<T> spread = new ArrayList<>(own == null ? List.of() : own);
        while (spread.size() < most && !places.isEmpty()) {
            places.values().forEach(p -> spread.add(p.removeFirst()));
            places.values().removeIf(Deque::isEmpty);
        }
        return spread.size() > most ? List.copyOf(spread.subList(0, most)) : spread;
    }
}
