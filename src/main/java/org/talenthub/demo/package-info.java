/** Demo accounts and data of a hub that was started for a look. */
@ApplicationModule(
        allowedDependencies = {
            "assessment :: figures",
            "assessment :: life",
            "common",
            "common :: work",
            "editions :: *",
            "events :: *",
            "importing",
            "importing :: batch",
            "importing :: jobs",
            "lifecycle",
            "matching :: *",
            "records",
            "reference",
            "security",
            "services",
            "accounts"
        })
@NullMarked
package org.talenthub.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
