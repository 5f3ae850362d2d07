package org.talenthub.search.understanding;

import java.util.List;

/** A stretch of a typed line, and what it was taken for. */
record Piece(int from, int to, Sort sort, List<Condition> conditions) {

    enum Sort {
        STRONG,
        WEAK,
        TOPIC,
        FILLER,
        OR,
        NOT,
        EXCEPT,
        TEXT,
        BLANK
    }

    boolean condition() {
        return sort == Sort.STRONG || sort == Sort.WEAK;
    }

    Piece as(Sort other) {
        return new Piece(from, to, other, other == Sort.TEXT ? List.of() : conditions);
    }
}
