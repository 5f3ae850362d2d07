package org.talenthub.importing.web.revert;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.importing.batch.revert.RevertPreview;
import org.talenthub.importing.batch.revert.RevertPreviews;
import org.talenthub.security.Viewer;

/** What a revert would do; the revert itself is the same address, posted to. */
@RestController
class RevertApi {

    private final RevertPreviews previews;

    RevertApi(RevertPreviews previews) {
        this.previews = previews;
    }

    /**
     * Nothing is changed by asking. For the organisation that reported the batch.
     *
     * @param effect gone, changed or unchanged; all when absent
     */
    @GetMapping("/api/v1/imports/{id}/revert")
    RevertPreview preview(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String effect,
            @RequestParam(defaultValue = "0") int page,
            Viewer viewer) {
        long batch = Ids.parse(id).orElseThrow(Problem::notFound);
        return previews.of(batch, RevertPreview.effect(effect), page, false, viewer);
    }
}
