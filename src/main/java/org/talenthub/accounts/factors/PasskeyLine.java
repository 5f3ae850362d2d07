package org.talenthub.accounts.factors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.accounts.passkeys.Passkeys;
import org.talenthub.web.Texts;

/** A passkey as its owner's page shows it. */
record PasskeyLine(
        String id, String label, String made, @Nullable String lastUsed) {

    static List<PasskeyLine> of(List<Passkeys.Line> passkeys) {
        return passkeys.stream()
                .map(p -> new PasskeyLine(
                        p.id(),
                        p.label(),
                        Texts.time(p.made()),
                        p.lastUsed() == null ? null : Texts.time(p.lastUsed())))
                .toList();
    }
}
