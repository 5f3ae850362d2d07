/** Where on the province's industry chains people, demands, enterprises, platforms and carriers stand: placed by their own words, or by a department. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "common :: work",
            "indexing",
            "indexing :: indices",
            "meaning",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.chains;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
