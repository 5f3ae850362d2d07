/**
 * The key recruitment list (重点引才清单): open demands clustered over stations, names and years, how urgent they are, and the dated editions that
 * the province makes of them.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "demand",
            "importing",
            "importing :: batch",
            "insight",
            "matching",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "results :: exports",
            "search",
            "search :: counting",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.editions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
