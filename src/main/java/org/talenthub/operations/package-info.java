/** Running the hub: what is wrong with its settings, how it does, its backup and restore. */
@ApplicationModule(
        allowedDependencies = {
            "analysis",
            "common",
            "engines",
            "indexing",
            "indexing :: rebuild",
            "matching :: pairs",
            "security",
            "security :: sealing"
        })
@NullMarked
package org.talenthub.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
