package org.talenthub.search;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The six things one can search for; a tab of the search page and a collection of the API each. */
public enum Kind {
    TALENT("talents", "talent", null),
    DEMAND("demands", "demand", null),
    ENTERPRISE("enterprises", "enterprise", null),
    BASE("bases", "carrier", "BASE"),
    STATION("stations", "carrier", "STATION"),
    PLATFORM("platforms", "platform", null);

    /** All collections, as a pattern of addresses. */
    public static final String PATHS = "talents|demands|enterprises|bases|stations|platforms";

    private final String path;
    private final String type;
    private final @Nullable String subtype;

    Kind(String path, String type, @Nullable String subtype) {
        this.path = path;
        this.type = type;
        this.subtype = subtype;
    }

    /** The collection's name in addresses and in the API: {@code talents}. */
    public String path() {
        return path;
    }

    /** The record type behind it: {@code talent}. */
    public String type() {
        return type;
    }

    public @Nullable String subtype() {
        return subtype;
    }

    public static Optional<Kind> ofPath(String path) {
        return Arrays.stream(values()).filter(k -> k.path.equals(path)).findFirst();
    }

    /** The kind of a record, by its type and subtype. */
    public static Kind of(String type, @Nullable String subtype) {
        return Arrays.stream(values())
                .filter(k -> k.type.equals(type) && (k.subtype == null || k.subtype.equals(subtype)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind for " + type + "/" + subtype));
    }
}
