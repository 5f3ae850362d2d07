package org.talenthub.records;

import org.jspecify.annotations.Nullable;

/**
 * What makes two rows the same thing. Plain texts here; the mechanism keeps only keyed hashes of them.
 *
 * @param strong decides alone (document number, credit code, type + name); null when the row has none
 * @param weak decides only while one of the two sides has no strong key (name + birth month + employer); null when there is none
 * @param alike never decides; equal ones are shown as suspected duplicates (name + birth month); null when that makes no sense
 */
public record Identity(
        @Nullable String strong,
        @Nullable String weak,
        @Nullable String alike) {

    public static Identity strong(String key) {
        return new Identity(key, null, null);
    }
}
