/** The calendar of monthly reports: what is due from stations, whether it came in time, and who is reminded. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "common :: work",
            "importing",
            "records",
            "reference",
            "reference :: *",
            "results :: saved",
            "security",
            "web"
        })
@NullMarked
package org.talenthub.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
