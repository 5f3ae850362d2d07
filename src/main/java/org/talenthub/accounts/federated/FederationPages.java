package org.talenthub.accounts.federated;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;

/** Leads to the provider, as soon as it answers. */
@Controller
class FederationPages {

    private final ObjectProvider<Federation> federation;

    FederationPages(ObjectProvider<Federation> federation) {
        this.federation = federation;
    }

    /** @throws Problem 404 where no provider is configured, 503 while it does not answer */
    @GetMapping("/login/oidc")
    String go() {
        Federation door = federation.getIfAvailable();
        if (door == null) {
            throw Problem.notFound();
        }
        if (!door.answers()) {
            throw new Problem(503, "oidc.away", Sentence.of("refused.oidc.away"));
        }
        return "redirect:/oauth2/authorization/" + Federation.ID;
    }
}
