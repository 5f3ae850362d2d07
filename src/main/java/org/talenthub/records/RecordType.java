package org.talenthub.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talenthub.access.Governed;
import org.talenthub.access.Thing;
import org.talenthub.common.Fields;

/** What a feed's module tells the mechanism about its records; one bean per feed. */
public interface RecordType extends Governed {

    /**
     * @param sealed the row's sensitive values in the clear, by field
     */
    Identity identify(Fields values, Map<String, String> sealed, Reporter reporter);

    /** @param carrierRegion region of the newest reporting carrier, for a row that names no place */
    Headline headline(Fields values, @Nullable String carrierRegion);

    /**
     * Whether a row proves by itself whom or what it is about, as a document number does whose check passed.
     *
     * @param sealed the row's sensitive values in the clear, by field
     */
    default boolean verified(Fields values, Map<String, String> sealed) {
        return false;
    }

    /**
     * Whether a reporter has to prove, or to have standing, before its row joins what others reported. Who means a person by what
     * everybody may know of them shall neither see nor change what others say.
     */
    default boolean guarded() {
        return thing() == Thing.PERSON;
    }

    /** How two names stand to each other, both as people typed them. */
    default Likeness.Names names(String a, String b) {
        return a.equals(b) ? Likeness.Names.SAME : Likeness.Names.OTHER;
    }

    /** Whether two records that share a near key, but are not the same by their keys, are worth a question; empty when not. */
    default Optional<Likeness> compare(Fields a, Fields b, Likeness.Shared shared) {
        return Optional.empty();
    }

    /** Whether two rows' strong keys, known to share a part, are one slip apart; asked with the sensitive values in the clear. */
    default boolean near(Map<String, String> a, Map<String, String> b) {
        return false;
    }

    /** Fields that name another record. */
    default List<Reference> references() {
        return List.of();
    }

    /**
     * Fields that name another record, shown as one {@code {id?, name, code?}}.
     *
     * @param as the name shown: {@code employer}
     * @param type the other record's type; {@code enterprise} or {@code carrier}
     */
    record Reference(
            String as,
            String type,
            String nameField,
            @Nullable String codeField) {}
}
