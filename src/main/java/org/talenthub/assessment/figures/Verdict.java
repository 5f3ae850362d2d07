package org.talenthub.assessment.figures;

import org.jspecify.annotations.Nullable;

/** The four columns of a carrier's year beside each other, and what was decided. */
public record Verdict(
        long carrier,
        @Nullable Double self,
        @Nullable Double system,
        @Nullable Double city,
        @Nullable Double experts,
        @Nullable Double total,
        @Nullable String outcome,
        @Nullable String document) {}
