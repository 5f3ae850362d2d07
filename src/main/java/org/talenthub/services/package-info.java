/** What carriers do for people: service needs as cases, open to the person's carrier, counted for the departments; and typical cases. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "common :: work",
            "pictures",
            "records",
            "reference",
            "reference :: *",
            "security",
            "web"
        })
@NullMarked
package org.talenthub.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
