package org.talenthub.common;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may happen next to a thing with a life of its own: state × action → state, and who may do it. The one table that the thing's
 * methods, its API ({@code allowed}) and its test ask; the database then moves the thing only from the state it was seen in.
 *
 * @param <S> its states
 * @param <A> what can be done to it
 * @param <R> who does it: roles, or the hands that work on it
 */
public final class Transitions<S extends Enum<S>, A extends Enum<A>, R extends Enum<R>> {

    private final String thing;
    private final String code;
    private final Map<A, Set<R>> hands = new HashMap<>();
    private final Map<S, Map<A, Row<S, A, R>>> cells = new HashMap<>();

    /** Part of the table: from each of these states the action leads to the same one. */
    public record Row<S, A, R>(A action, Set<R> by, Set<S> from, S to) {}

    /**
     * @param thing what it is, as the message bundles name its states and actions: {@code batch.READING}, {@code batch.act.COMMIT}
     * @param code of the refusal
     */
    private Transitions(String thing, String code, List<Row<S, A, R>> rows) {
        this.thing = thing;
        this.code = code;
        for (Row<S, A, R> row : rows) {
            hands.computeIfAbsent(row.action(), a -> EnumSet.copyOf(row.by())).addAll(row.by());
            for (S from : row.from()) {
                Row<S, A, R> before = cells.computeIfAbsent(
                                from, s -> new EnumMap<>(row.action().getDeclaringClass()))
                        .put(row.action(), row);
                if (before != null) {
                    throw new IllegalArgumentException(thing + " " + from + " " + row.action() + " stands twice");
                }
            }
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <S extends Enum<S>, A extends Enum<A>, R extends Enum<R>> Transitions<S, A, R> of(
            String thing, String code, Row<S, A, R>... rows) {
        return new Transitions<>(thing, code, Arrays.asList(rows));
    }

    /** Where the action leads from here; empty when it is not allowed now, whoever asks. */
    public Optional<S> to(S from, A action) {
        return Optional.ofNullable(cell(from, action)).map(Row::to);
    }

    /** Everything that may be done by this one now, in the actions' order. */
    public List<A> allowed(S from, R who) {
        return cells.getOrDefault(from, Map.of()).values().stream()
                .filter(row -> row.by().contains(who))
                .map(Row::action)
                .toList();
    }

    /**
     * Where the action leads when this one does it now.
     *
     * @throws Problem 403 when that is never for this one to do; 409 {@link NotNow} when it is, but not in this state
     */
    public S step(S from, A action, R who) {
        Row<S, A, R> row = cell(from, action);
        if (row != null && row.by().contains(who)) {
            return row.to();
        }
        if (!hands.getOrDefault(action, Set.of()).contains(who)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.step"));
        }
        throw notNow(from, action, who);
    }

    /** The answer to who comes too early or too late. */
    public NotNow notNow(S state, A action, R who) {
        return new NotNow(
                code,
                thing,
                state.name(),
                action.name(),
                allowed(state, who).stream().map(Enum::name).toList());
    }

    /** An action as the API writes it. */
    public static String word(Enum<?> action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable Row<S, A, R> cell(S from, A action) {
        return cells.getOrDefault(from, Map.of()).get(action);
    }
}
