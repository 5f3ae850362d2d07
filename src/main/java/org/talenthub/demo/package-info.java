/** Demo accounts and data of a hub that was started for a look. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "common :: work",
            "editions :: *",
            "importing",
            "importing :: batch",
            "importing :: jobs",
            "matching :: *",
            "records",
            "reference",
            "security",
            "accounts"
        })
@NullMarked
package org.talenthub.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
