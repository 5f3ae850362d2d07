/** The trail: who did or saw what, whom, why and from where; written before the answer leaves, read by who may. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "common :: work",
            "records",
            "reference",
            "reference :: *",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
