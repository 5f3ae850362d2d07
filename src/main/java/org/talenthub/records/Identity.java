package org.talenthub.records;

import org.jspecify.annotations.Nullable;

/**
 * What makes two rows the same thing. Plain texts here; the mechanism keeps only keyed hashes of them.
 *
 * @param strong decides alone (document number, credit code, type + name); null when the row has none
 * @param weak decides only while one of the two sides has no strong key (name + birth month + employer); null when there is none
 * @param traits what two rows of one weak key cannot differ in and be the same: what is known of each, at most 16 characters in all,
 *     separated by {@code /}, blank where it is not known (sex and day of birth: {@code 1/12}, {@code 1/})
 * @param near never decide; rows that share one are looked at by {@link RecordType#compare}
 */
public record Identity(@Nullable String strong, @Nullable String weak, String traits, Near near) {

    public static Identity strong(String key) {
        return new Identity(key, null, "", Near.NONE);
    }

    /**
     * Decided by the key alone; others name the thing by its name, in whatever spelling.
     *
     * @param name folded; two things may share it
     */
    public static Identity named(String key, String name) {
        return new Identity(key, null, "", new Near(null, null, name, null, null, null));
    }

    /**
     * Keys under which rows that may be the same are found; null where one makes no sense.
     *
     * @param alike what most often is all two rows of one person share (name + birth month)
     * @param peer everything but the name (birth month + employer)
     * @param desk everything but the birth (name + employer); of what others name, its name
     * @param head the first characters of a strong key that has no check digit
     * @param tail its last ones
     */
    public record Near(
            @Nullable String alike,
            @Nullable String peer,
            @Nullable String desk,
            @Nullable String phone,
            @Nullable String head,
            @Nullable String tail) {

        public static final Near NONE = new Near(null, null, null, null, null, null);
    }
}
