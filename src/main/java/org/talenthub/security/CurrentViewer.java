package org.talenthub.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who the current request is for. Controllers rather take a {@link Viewer} parameter, which is the same one. */
@Component
public final class CurrentViewer {

    /** {@link Viewer#ANONYMOUS} when nobody is signed in, or only by half, and outside of a request. */
    public Viewer get() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    public static Viewer of(@Nullable Authentication authentication) {
        return authentication != null
                        && authentication.getPrincipal() instanceof HubUser user
                        && !user.duties().contains(Duty.CODE)
                ? user.viewer()
                : Viewer.ANONYMOUS;
    }
}
