package org.talenthub.lifecycle.web;

import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.lifecycle.Inviting;
import org.talenthub.security.Viewer;

/** Asks an enterprise or a zone to fill its application in. */
@RestController
@RequestMapping("/api/v1/applications/{id}/invitation")
class InvitationApi {

    private final Inviting inviting;

    InvitationApi(Inviting inviting) {
        this.inviting = inviting;
    }

    /** @param link to hand on, shown this once */
    record Made(String link, LocalDate until) {}

    /** A new link; an earlier one is worth nothing then. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made invite(@PathVariable String id, Viewer viewer) {
        Inviting.Link link = inviting.invite(id, viewer);
        return new Made(link.link(), link.until());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id, Viewer viewer) {
        inviting.takeBack(id, viewer);
    }
}
