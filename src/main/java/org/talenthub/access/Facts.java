package org.talenthub.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules of access ask of a record, a batch, a row. */
public interface Facts {

    /** Its number; 0 while it has none. */
    long id();

    /** False once it exists no more for anybody. */
    boolean live();

    /** GB/T 2260 code, as exact as known. */
    @Nullable
    String region();

    /** Keys of the organisations that report it, see {@link Organisation}. */
    Set<String> reporters();

    /** Credit code of the enterprise it belongs to. */
    @Nullable
    String enterpriseCode();

    /** Exact name of that enterprise. */
    @Nullable
    String enterpriseName();

    /** The day, month or year until which it is open. */
    Optional<String> validUntil();

    /** What one organisation sent in: a batch, a row. */
    static Facts reported(String organisation, @Nullable String region) {
        return new Reported(Set.of(organisation), region);
    }

    /** Something that is known by its reporters and its place only. */
    record Reported(Set<String> reporters, @Nullable String region) implements Facts {

        @Override
        public long id() {
            return 0;
        }

        @Override
        public boolean live() {
            return true;
        }

        @Override
        public @Nullable String enterpriseCode() {
            return null;
        }

        @Override
        public @Nullable String enterpriseName() {
            return null;
        }

        @Override
        public Optional<String> validUntil() {
            return Optional.empty();
        }
    }
}
