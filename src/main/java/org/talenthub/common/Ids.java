package org.talenthub.common;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidCreator;
import java.util.Optional;

/**
 * Time-ordered 64-bit ids, assigned by the hub so that inserts batch. In addresses, JSON and Elasticsearch they are 13
 * characters of Crockford's base 32, so that no id can be taken for a document number.
 */
public final class Ids {

    private Ids() {}

    public static long next() {
        return TsidCreator.getTsid().toLong();
    }

    public static String text(long id) {
        return Tsid.from(id).toString();
    }

    /** The id that the text stands for; empty when it stands for none. */
    public static Optional<Long> parse(String text) {
        return Tsid.isValid(text) ? Optional.of(Tsid.from(text).toLong()) : Optional.empty();
    }
}
