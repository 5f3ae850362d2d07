/** Working with what a search finds: exports, saved searches and what is new in them, lists with notes. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "accounts",
            "common",
            "common :: work",
            "indexing",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "search",
            "search :: counting",
            "search :: finding",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
