/** Demo accounts and data of a hub that was started for a look. */
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "assessment :: figures",
            "assessment :: life",
            "common",
            "common :: work",
            "editions :: *",
            "events :: *",
            "importing",
            "importing :: batch",
            "importing :: files",
            "importing :: jobs",
            "lifecycle",
            "lifecycle :: model",
            "matching :: *",
            "records",
            "reference",
            "security",
            "services"
        })
@NullMarked
package org.talenthub.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
