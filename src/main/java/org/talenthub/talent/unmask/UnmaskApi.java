package org.talenthub.talent.unmask;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.security.Viewer;

/** What is masked of a person, for who may know it and says why. */
@RestController
@RequestMapping("/api/v1/talents/{id}/unmask")
class UnmaskApi {

    private final Unmaskings unmaskings;

    UnmaskApi(Unmaskings unmaskings) {
        this.unmaskings = unmaskings;
    }

    /**
     * @param field phone, email or documentNumber
     * @param purpose why, 2 to 200 characters; it stands in the trail
     */
    record Wish(@Nullable String field, @Nullable String purpose) {}

    @PostMapping
    Unmaskings.Shown show(@PathVariable String id, @RequestBody Wish wish, Viewer viewer) {
        return unmaskings.show(
                id, wish.field() == null ? "" : wish.field(), wish.purpose() == null ? "" : wish.purpose(), viewer);
    }
}
