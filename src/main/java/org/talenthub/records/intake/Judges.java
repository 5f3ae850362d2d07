package org.talenthub.records.intake;

import org.springframework.stereotype.Component;
import org.talenthub.records.identity.IdentityRule;
import org.talenthub.records.identity.Whose;
import org.talenthub.records.merge.Backgrounds;
import org.talenthub.records.merge.Derivation;

/** The rule of identity for the rows of one reporter. */
@Component
class Judges {

    private final Derivation derivation;
    private final Backgrounds backgrounds;

    Judges(Derivation derivation, Backgrounds backgrounds) {
        this.derivation = derivation;
        this.backgrounds = backgrounds;
    }

    Judge of(String type, String reporter) {
        return new Judge(
                new Whose(reporter), new IdentityRule(derivation.type(type).guarded()), backgrounds.standing(reporter));
    }
}
