/** The one query path: documents, queries, facets, totals; every query has a viewer. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "analysis",
            "common",
            "common :: work",
            "demand",
            "indexing",
            "indexing :: indices",
            "meaning",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "security",
            "security :: *"
        })
@NullMarked
package org.talenthub.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
