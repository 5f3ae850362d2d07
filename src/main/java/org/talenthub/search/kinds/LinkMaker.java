package org.talenthub.search.kinds;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talenthub.search.Kind;

/** Makes the connections of one record. */
public interface LinkMaker<L> {

    /** The record itself, as a value of a filter. */
    String own();

    /** What its enterprise is found by; null when it names none. */
    @Nullable
    String enterprise();

    /** The enterprise that it names, if that has a record. */
    Optional<L> host(String rel);

    /** The station that reported it. */
    Optional<L> station();

    /** The base in whose area its enterprise lies. */
    Optional<L> base();

    /** All of a kind that a filter finds; nothing without a value. */
    Optional<L> to(String rel, Kind kind, String filter, @Nullable String value);
}
