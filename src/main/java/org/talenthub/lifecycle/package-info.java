/** The life of a base or a station: calls, applications and their steps, experts' reviews, approval, and the yearly assessment. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "importing",
            "importing :: *",
            "pictures",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "results :: saved",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
