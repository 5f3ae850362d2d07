/** Who fits a demand, which demands fit a person, why, what people decided about it, and what came of it. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "analysis",
            "chains",
            "common",
            "common :: work",
            "importing",
            "importing :: batch",
            "indexing",
            "meaning",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "results :: exports",
            "results :: saved",
            "search",
            "search :: finding",
            "search :: counting",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
