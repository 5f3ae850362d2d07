/** A station's file on its way to reports: upload, reading, preview, commit, revert; the only user of Spring Batch. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "common :: causes",
            "common :: work",
            "indexing",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
