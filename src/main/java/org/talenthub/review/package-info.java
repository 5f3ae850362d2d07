/** The review queue: people decide whether two records are one person, on the site and by API. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
