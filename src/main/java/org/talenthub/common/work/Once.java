package org.talenthub.common.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What was read while one page is made. As long as a request that changes nothing is answered the same question has the same answer, so it is
 * asked once, however many parts of the page need it. Everywhere else, and of more than a page needs, nothing is kept.
 */
public final class Once {

    private static final String KEPT = Once.class.getName();

    /** Questions of one request; exports read more. */
    private static final int MOST = 1_000;

    private record Question(String what, Object about) {}

    private Once() {}

    /** Whether anything is kept: a request is answered that changes nothing. */
    public static boolean keeps() {
        return kept() != null;
    }

    /** @param what names the question, {@code about} is all that its answer depends on, of a class with equality */
    public static <T> T of(String what, Object about, Supplier<T> ask) {
        Map<Question, Object> kept = kept();
        if (kept == null) {
            return ask.get();
        }
        Question question = new Question(what, about);
        @SuppressWarnings("unchecked")
        @Nullable
        T known = (T) kept.get(question);
        if (known != null) {
            return known;
        }
        T answer = ask.get();
        kept.put(question, answer);
        return answer;
    }

    /** Many things by their keys, those that were not asked for yet in one go; what there is not is absent, and is not asked for again. */
    public static <K, V> Map<K, V> each(String what, Collection<K> keys, Function<Collection<K>, Map<K, V>> ask) {
        Map<Question, Object> kept = kept();
        if (kept == null || keys.size() > MOST / 2) {
            return ask.apply(keys);
        }
        Map<K, V> found = new LinkedHashMap<>();
        Set<K> unknown = new LinkedHashSet<>();
        for (K key : keys) {
            if (kept.get(new Question(what, key)) instanceof Optional<?> known) {
                @SuppressWarnings("unchecked")
                Optional<V> answer = (Optional<V>) known;
                answer.ifPresent(v -> found.put(key, v));
            } else {
                unknown.add(key);
            }
        }
        if (!unknown.isEmpty()) {
            Map<K, V> answers = ask.apply(unknown);
            unknown.forEach(k -> kept.put(new Question(what, k), Optional.ofNullable(answers.get(k))));
            found.putAll(answers);
        }
        return found;
    }

    /** Lets the request know an answer before it is asked for. */
    public static void know(String what, Object about, Object answer) {
        Map<Question, Object> kept = kept();
        if (kept != null) {
            kept.put(new Question(what, about), answer);
        }
    }

    private static @Nullable Map<Question, Object> kept() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now)
                || !"GET".equals(now.getRequest().getMethod())) {
            return null;
        }
        if (now.getRequest().getAttribute(KEPT) instanceof Kept kept) {
            if (kept.answers.size() > MOST) {
                kept.answers.clear();
            }
            return kept.answers;
        }
        Kept fresh = new Kept(new HashMap<>());
        now.getRequest().setAttribute(KEPT, fresh);
        return fresh.answers;
    }

    private record Kept(Map<Question, Object> answers) {}
}
