package org.talenthub.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.privacy.Erasures.Certificate;
import org.talenthub.security.Viewer;

/** Erases a person on request. */
@RestController
class ErasureApi {

    private final Erasures erasures;

    ErasureApi(Erasures erasures) {
        this.erasures = erasures;
    }

    /** @param request on what request: when it came, under which number; never a name */
    record Request(@Nullable String request) {}

    @PostMapping("/api/v1/talents/{id}/erase")
    Certificate erase(@PathVariable String id, @RequestBody Request request, Viewer viewer) {
        return erasures.erase(id, request.request(), viewer);
    }
}
