/** The yearly assessment of bases and stations: figures from what the hub itself holds, four columns beside each other, what follows. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "common :: work",
            "importing",
            "lifecycle",
            "lifecycle :: model",
            "records",
            "reference",
            "reference :: *",
            "results :: exports",
            "results :: saved",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
