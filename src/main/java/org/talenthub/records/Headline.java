package org.talenthub.records;

import org.jspecify.annotations.Nullable;

/**
 * The few facts of a record that scope and links are decided by; kept as columns beside the payload.
 *
 * @param subtype BASE or STATION for a carrier, else null
 * @param region GB/T 2260 code, as exact as known; null when unknown
 * @param enterpriseCode credit code of the enterprise it belongs to (an enterprise's own)
 * @param enterpriseName name of that enterprise
 * @param area name of the base whose area an enterprise lies in, else null
 */
public record Headline(
        String name,
        @Nullable String subtype,
        @Nullable String region,
        @Nullable String enterpriseCode,
        @Nullable String enterpriseName,
        @Nullable String area) {}
