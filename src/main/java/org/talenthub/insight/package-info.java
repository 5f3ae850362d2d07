/** What officials look at: boards of numbers that lead to their rows, what happened to a record, and what it lacks. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "chains",
            "chains :: *",
            "common",
            "common :: work",
            "importing",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "reporting",
            "results :: exports",
            "search",
            "search :: counting",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
