package org.talenthub.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is put into the trail: who did it, from where and when the {@link Audit} knows.
 *
 * @param act what kind of thing it is, for who reads the trail
 * @param action the same more exactly: lower-case words joined by dots, at most 40 characters
 * @param subjectType what it was done to: {@code talent}, {@code import}, {@code account}
 * @param subjectRegion GB/T 2260 code of where that belongs, as far as known
 * @param fields names of fields, never values
 * @param purpose why, in the words of who did it; never a sensitive value
 * @param detail what else must be answerable; never a sensitive value; cut after 1,000 characters
 */
public record AuditEntry(
        Act act,
        String action,
        Result result,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String subjectRegion,
        List<String> fields,
        @Nullable String purpose,
        @Nullable String detail) {

    /** Kinds of acts, as the contract names them. */
    public enum Act {
        /** A person was opened. */
        READ,
        /** People were looked for. */
        SEARCH,
        UNMASK,
        EXPORT,
        IMPORT,
        PREVIEW,
        CHANGE,
        DECIDE,
        LOGIN,
        REFUSED;

        /** Of an action by its first words. */
        static Act of(String action) {
            return action.equals("login")
                    ? LOGIN
                    : action.startsWith("login.")
                            ? REFUSED
                            : action.startsWith("export")
                                    ? EXPORT
                                    : action.equals("import.preview")
                                            ? PREVIEW
                                            : action.startsWith("import")
                                                    ? IMPORT
                                                    : action.startsWith("field") || action.startsWith("suspect")
                                                            ? DECIDE
                                                            : CHANGE;
        }
    }

    public enum Result {
        OK,
        REFUSED,
        FAILED
    }

    public AuditEntry {
        fields = List.copyOf(fields);
    }

    public static AuditEntry of(Act act, String action) {
        return new AuditEntry(act, action, Result.OK, null, null, null, List.of(), null, null);
    }

    public AuditEntry about(@Nullable String type, @Nullable String id) {
        return new AuditEntry(act, action, result, type, id, subjectRegion, fields, purpose, detail);
    }

    public AuditEntry in(@Nullable String region) {
        return new AuditEntry(act, action, result, subjectType, subjectId, region, fields, purpose, detail);
    }

    public AuditEntry of(List<String> names) {
        return new AuditEntry(act, action, result, subjectType, subjectId, subjectRegion, names, purpose, detail);
    }

    public AuditEntry why(@Nullable String words) {
        return new AuditEntry(act, action, result, subjectType, subjectId, subjectRegion, fields, words, detail);
    }

    public AuditEntry saying(@Nullable String words) {
        return new AuditEntry(act, action, result, subjectType, subjectId, subjectRegion, fields, purpose, words);
    }

    public AuditEntry refused() {
        return new AuditEntry(
                act, action, Result.REFUSED, subjectType, subjectId, subjectRegion, fields, purpose, detail);
    }
}
