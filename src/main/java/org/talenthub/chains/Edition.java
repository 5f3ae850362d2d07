package org.talenthub.chains;

import org.springframework.stereotype.Component;
import org.talenthub.chains.placing.Placer;
import org.talenthub.reference.standards.Industries;

/** What a placement was made by: the dictionary's edition, what stands in it, and the rules. */
@Component
class Edition {

    private static final int DIGITS = 8;

    private final String version;

    Edition(Industries industries) {
        version = industries.version() + "/" + industries.fingerprint().substring(0, DIGITS) + "." + Placer.RULES;
    }

    String version() {
        return version;
    }
}
